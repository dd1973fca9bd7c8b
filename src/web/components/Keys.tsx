import './keys.css'

const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  escape: 'Esc',
  enter: 'Enter',
  shift: 'Shift',
  alt: 'Alt',
  home: 'Home',
  end: 'End',
}

/** Key caps as a person reads them: `mod+k` is Ctrl K. */
export function Keys({ keys }: { readonly keys: string }) {
  const caps = keys.split(/[ +]/).map((key) => names[key] ?? key.toUpperCase())
  return (
    <span className="dx-keys">
      {caps.map((cap) => (
        <kbd key={cap}>{cap}</kbd>
      ))}
    </span>
  )
}
