import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import type { DrawerPlace } from '#web/components/DataList.tsx'
import { RecordDrawer } from '#web/components/RecordDrawer.tsx'
import { useLabels } from '#web/language.ts'
import { momentText } from '#web/time.ts'
import type { PersonCard } from '../contract.ts'
import { person } from './api.ts'
import { HoldingList } from './HoldingList.tsx'
import { labels } from './labels.ts'
import { OncePassword } from './OncePassword.tsx'
import { PersonActs } from './PersonActs.tsx'

type Props = { readonly staffId: string; readonly place: DrawerPlace }

/** One person: posts with their days, rights in words, account, work in hand, and what may be done. */
export function PersonDrawer({ staffId, place }: Props) {
  const t = useLabels(labels)
  return (
    <RecordDrawer label={t.person} title={t.person} place={place} unit="人">
      <PersonBody key={staffId} staffId={staffId} />
    </RecordDrawer>
  )
}

function PersonBody({ staffId }: { readonly staffId: string }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(person, { staffId }))
  const [password, setPassword] = useState<string>()
  return (
    <>
      <section>
        <h3>{data.name}</h3>
        <Account person={data} />
      </section>
      {password !== undefined && <OncePassword password={password} />}
      <PersonActs person={data} onPassword={setPassword} />
      <section>
        <h3>{t.post}</h3>
        <HoldingList person={data} />
      </section>
      <section>
        <h3>{t.rights}</h3>
        {data.rights.length === 0 ? (
          <p className="dx-t2">{t.noRights}</p>
        ) : (
          data.rights.map((line) => <p key={line}>{line}</p>)
        )}
      </section>
      {data.openWork.length > 0 && (
        <section>
          <h3>{t.openWork}</h3>
          <p>{data.openWork.map(({ title, count }) => `${title} ${count}件`).join('、')}</p>
        </section>
      )}
    </>
  )
}

function Account({ person: data }: { readonly person: PersonCard }) {
  const t = useLabels(labels)
  const { loginName, secondFactorSince, lastSignIn, teams, unitId, proposedBy } = data
  const lines: readonly (readonly [string, string | null])[] = [
    [t.login, loginName ?? '—'],
    [t.secondFactor, secondFactorSince === null ? t.unbound : `${t.bound}　${momentText(secondFactorSince)}`],
    [t.lastSignIn, lastSignIn === null ? t.never : `${momentText(lastSignIn.at)}　${lastSignIn.from ?? ''}`],
    [
      t.teams,
      teams
        .filter(({ untilOn }) => untilOn === null)
        .map(({ name }) => name)
        .join('、') || '—',
    ],
    [t.unit, unitId],
    [t.proposedBy, proposedBy],
  ]
  return (
    <dl className="dx-kv">
      {lines.flatMap(([name, value]) =>
        value === null ? [] : [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>],
      )}
    </dl>
  )
}
