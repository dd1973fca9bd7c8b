import { MinusCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { label } from '#kernel/values/labels.ts'
import { useKeys } from '../keys/useKeys.tsx'
import { useLabels } from '../language.ts'
import type { ProblemDocument } from '../problem.ts'
import { DeadlineChip, type Clock } from './DeadlineChip.tsx'
import { RemedyButton } from './RemedyButton.tsx'
import { RuleCitation } from './RuleCitation.tsx'
import './record.css'

/** One act of a record's lawful-action menu, as the server's gates decided it. */
export type LawfulAct = {
  readonly command: string
  readonly title: string
  readonly state: 'must' | 'may' | 'may-not'
  /** 9月14日前, 账上 52,000.00 元. */
  readonly note?: string | undefined
  readonly clock?: Clock | undefined
  /** The word on the button, when shorter than the title. */
  readonly verb?: string | undefined
  /** The heading it is folded under, where a record has more acts than a person reads through. */
  readonly group?: string | undefined
  /** Why not, in the same words as the refusal. */
  readonly refusal?: ProblemDocument | undefined
}

const labels = {
  must: label('必办', 'Must'),
  may: label('可办', 'May'),
  'may-not': label('不可办', 'May not'),
  more: label('登记', 'Record'),
  none: label('现在没有可办的事', 'Nothing to do now'),
}

/** The act of the filled button: the first that must be done, else the first that may. */
export const firstAct = (acts: readonly LawfulAct[]): LawfulAct | undefined =>
  acts.find(({ state }) => state === 'must') ?? acts.find(({ state, group }) => state === 'may' && !group)

/** The acts that have keys, in the order of the keys. */
export const numberedActs = (acts: readonly LawfulAct[]): readonly LawfulAct[] =>
  (['must', 'may'] as const)
    .flatMap((wanted) => acts.filter(({ state, group }) => state === wanted && !group))
    .slice(0, 9)

/** Acts by the heading they are folded under, in the order in which they come. */
export function foldedActs<A extends LawfulAct>(acts: readonly A[]): ReadonlyMap<string, readonly A[]> {
  const groups = new Map<string, A[]>()
  for (const act of acts) {
    if (act.state !== 'may' || act.group === undefined) continue
    groups.set(act.group, [...(groups.get(act.group) ?? []), act])
  }
  return groups
}

/** 登记拘留 under the heading 登记 is 拘留. */
export const shortTitle = ({ title }: Pick<LawfulAct, 'title'>): string => title.replace(/^登记|^Record: /, '')

type Props = {
  readonly acts: readonly LawfulAct[]
  readonly onAct: (act: LawfulAct) => void
  /** Number keys; off where they change tabs. */
  readonly keys?: boolean
}

/** 必办, 可办 and, in grey with fact, rule and repair, 不可办. */
export function ActionMenu({ acts, onAct, keys = false }: Props) {
  const t = useLabels(labels)
  const numbered = numberedActs(acts)
  useKeys(
    'record',
    numbered.map((act, index) => ({
      keys: String(index + 1),
      title: label(act.title, act.title),
      run: () => onAct(act),
    })),
    { active: keys },
  )
  if (acts.length === 0)
    return (
      <p className="dx-t2" style={{ padding: '10px 16px' }}>
        {t.none}
      </p>
    )
  const section = (state: LawfulAct['state']) => {
    const own = acts.filter((act) => act.state === state && (state !== 'may' || !act.group))
    if (own.length === 0) return null
    return (
      <div key={state}>
        <h3>{t[state]}</h3>
        <ul>
          {own.map((act) => (
            <ActLine key={act.command} act={act} number={numbered.indexOf(act) + 1} onAct={onAct} />
          ))}
        </ul>
      </div>
    )
  }
  return (
    <div className="dx-act">
      {section('must')}
      {section('may')}
      <Folded acts={acts} onAct={onAct} />
      {section('may-not')}
    </div>
  )
}

/** What other ledgers would take an entry of, folded: names under the headings of the menu. */
function Folded({ acts, onAct }: Pick<Props, 'acts' | 'onAct'>) {
  const t = useLabels(labels)
  const groups = foldedActs(acts)
  if (groups.size === 0) return null
  return (
    <details className="dx-act-more">
      <summary>{t.more}</summary>
      {[...groups].map(([group, own]) => (
        <div key={group}>
          <h4>{group}</h4>
          <p>
            {own.map((act) => (
              <Button key={act.command} size="small" title={act.title} onClick={() => onAct(act)}>
                {shortTitle(act)}
              </Button>
            ))}
          </p>
        </div>
      ))}
    </details>
  )
}

type LineProps = { readonly act: LawfulAct; readonly number: number; readonly onAct: (act: LawfulAct) => void }

function ActLine({ act, number, onAct }: LineProps) {
  const { title, note, clock, refusal, state, verb } = act
  if (state === 'may-not')
    return (
      <li className="dx-not">
        <MinusCircleOutlined aria-hidden />
        <div>
          <span className="dx-act-title">{title}</span>
          <p>
            {refusal?.detail}
            {refusal?.citation && (
              <>
                （<RuleCitation text={refusal.citation} rule={refusal.rule} />）
              </>
            )}
          </p>
        </div>
        {refusal?.remedy && <RemedyButton remedy={refusal.remedy} />}
      </li>
    )
  return (
    <li>
      <kbd>{number > 0 && number}</kbd>
      <div>
        {clock ? (
          <button type="button" className="dx-link" style={{ color: 'inherit' }} onClick={() => onAct(act)}>
            {title}
          </button>
        ) : (
          title
        )}
        {note && <p>{note}</p>}
      </div>
      {clock ? (
        <DeadlineChip clock={clock} />
      ) : (
        <Button size="small" onClick={() => onAct(act)}>
          {verb ?? title}
        </Button>
      )}
    </li>
  )
}
