import { label } from '#kernel/values/labels.ts'
import { useLabels, useText } from '../language.ts'
import { Dialog } from '../components/Dialog.tsx'
import { Keys } from '../components/Keys.tsx'
import type { Binding, KeyGroup } from './keyboard.ts'
import { standingKeys } from './standing-map.ts'
import './keys.css'

const labels = {
  title: label('键位表', 'Keyboard map'),
  anywhere: label('任何页面', 'Anywhere'),
  list: label('列表', 'Lists'),
  record: label('记录', 'Record'),
  note: label(
    '灰色的键在别的画面可用。正在输入或选字时，单键不起作用；单键可以在右上角姓名下关闭。',
    'Grey keys work on other pages. Single keys rest while you type; they can be switched off.',
  ),
}
const groups: readonly KeyGroup[] = ['anywhere', 'list', 'record']

type Props = {
  readonly layers: readonly { readonly group: KeyGroup; readonly bindings: readonly Binding[] }[]
  readonly onClose: () => void
}

/** The whole map: first what works now, as the open parts have bound it, then in grey what works elsewhere. */
export default function KeySheet({ layers, onClose }: Props) {
  const t = useLabels(labels)
  const text = useText()
  return (
    <Dialog title={t.title} onClose={onClose}>
      <div className="dx-keysheet">
        {groups.map((group) => {
          const bindings = unique(layers.filter((layer) => layer.group === group).flatMap((layer) => layer.bindings))
          const elsewhere = standingKeys[group].filter(({ keys }) => !isBound(bindings, keys))
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
                {elsewhere.map(({ keys, title }) => (
                  <div key={keys} className="dx-t3">
                    <dt>
                      <Keys keys={keys} />
                    </dt>
                    <dd>{text(title)}</dd>
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

/** `1 9` stands for all of its digits. */
const isBound = (bindings: readonly Binding[], keys: string): boolean =>
  bindings.some((binding) => binding.keys === keys || (keys === '1 9' && /^\d$/.test(binding.keys)))

const unique = (bindings: readonly Binding[]) => [
  ...new Map(bindings.map((binding) => [binding.keys, binding])).values(),
]
