import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { label } from '#kernel/values/labels.ts'
import { queryOptionsFor } from '#web/api.ts'
import { ColleaguePicker } from '#web/components/ColleaguePicker.tsx'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { useLabels, useText } from '#web/language.ts'
import { useMay, useSession } from '#web/session.ts'
import type { TeamCard } from '../contract.ts'
import { formTeam, joinTeam, leaveTeam, teams } from './api.ts'
import { labels } from './labels.ts'

type Form = { readonly act: 'form' } | { readonly act: 'join' | 'leave'; readonly teamId: string }

/** Teams and who works in them today. A handler’s team decides which cases the others of the team may see. */
export function TeamTable() {
  const t = useLabels(labels)
  const text = useText()
  const mayManage = useMay()('identity.manage-teams')
  const [form, open] = useState<Form>()
  const { data } = useSuspenseQuery(queryOptionsFor(teams, {}))
  const close = () => open(undefined)
  return (
    <>
      {data.length === 0 && <EmptyState title={t.noTeams} />}
      <ul style={{ listStyle: 'none', margin: 0, padding: '0 16px 0 20px' }}>
        {data.map((team) => (
          <li key={team.teamId} style={{ padding: '10px 0', borderBottom: '1px solid var(--dx-line)' }}>
            <div className="dx-row">
              <b>{team.name}</b>
              <span className="dx-space" />
              {mayManage && (
                <>
                  <Button size="small" onClick={() => open({ act: 'join', teamId: team.teamId })}>
                    {text(joinTeam.title)}
                  </Button>
                  {team.members.length > 0 && (
                    <Button size="small" onClick={() => open({ act: 'leave', teamId: team.teamId })}>
                      {text(leaveTeam.title)}
                    </Button>
                  )}
                </>
              )}
            </div>
            <p className="dx-t2">{team.members.map(({ name }) => name).join('、') || t.noMembers}</p>
            {form?.act === 'join' && form.teamId === team.teamId && <Join team={team} onDone={close} />}
            {form?.act === 'leave' && form.teamId === team.teamId && <Leave team={team} onDone={close} />}
          </li>
        ))}
      </ul>
      {mayManage && (
        <div style={{ padding: '12px 20px' }}>
          {form?.act === 'form' ? (
            <CommandForm
              contract={formTeam}
              fields={{ name: { title: labels.teamName } }}
              onDone={close}
              onCancel={close}
            />
          ) : (
            <Button onClick={() => open({ act: 'form' })}>{text(formTeam.title)}</Button>
          )}
        </div>
      )}
    </>
  )
}

type FormProps = { readonly team: TeamCard; readonly onDone: () => void }

function Join({ team, onDone }: FormProps) {
  const t = useLabels(labels)
  const { today } = useSession()
  const here = new Set(team.members.map(({ staffId }) => staffId))
  return (
    <CommandForm
      contract={joinTeam}
      initial={{ teamId: team.teamId, fromOn: today.toString() }}
      fields={{
        staffId: {
          title: labels.member,
          control: (control) => (
            <ColleaguePicker {...control} barred={({ staffId }) => (here.has(staffId) ? t.here : undefined)} />
          ),
        },
        fromOn: { title: labels.from },
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  )
}

function Leave({ team, onDone }: FormProps) {
  const { today } = useSession()
  return (
    <CommandForm
      contract={leaveTeam}
      initial={{ teamId: team.teamId, untilOn: today.toString() }}
      fields={{
        staffId: {
          title: labels.member,
          kind: 'choice',
          options: team.members.map(({ staffId, name }) => ({ value: staffId, title: label(name, name) })),
        },
        untilOn: { title: labels.until, hint: labels.untilHint },
      }}
      onDone={onDone}
      onCancel={onDone}
    />
  )
}
