import { label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import { Dialog } from '../components/Dialog.tsx'
import { Keys } from '../components/Keys.tsx'
import type { Binding, KeyGroup } from './keyboard.ts'
import './keys.css'

const labels = {
  title: label('键位表', 'Keyboard map'),
  anywhere: label('任何页面', 'Anywhere'),
  list: label('列表', 'Lists'),
  record: label('记录', 'Record'),
  note: label('正在输入或选字时，单键不起作用。单键可以在右上角关闭。', 'Single keys rest while you type.'),
}
const groups: readonly KeyGroup[] = ['anywhere', 'list', 'record']

type Props = {
  readonly layers: readonly { readonly group: KeyGroup; readonly bindings: readonly Binding[] }[]
  readonly onClose: () => void
}

/** Every key that works now, as the open parts have bound them. */
export default function KeySheet({ layers, onClose }: Props) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className="dx-keysheet">
        {groups.map((group) => {
          const bindings = unique(layers.filter((layer) => layer.group === group).flatMap((layer) => layer.bindings))
          if (bindings.length === 0) return null
          return (
            <section key={group}>
              <h3>{t[group]}</h3>
              <dl>
                {bindings.map((binding) => (
                  <div key={binding.keys}>
                    <dt>
                      <Keys keys={binding.keys} />
                    </dt>
                    <dd>{text(binding.title)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <p className="dx-t2 dx-13">{t.note}</p>
    </Dialog>
  )
}

const unique = (bindings: readonly Binding[]) => [
  ...new Map(bindings.map((binding) => [binding.keys, binding])).values(),
]
