import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { queryOptionsFor, useCommand } from '#web/api.ts'
import { Refusal } from '#web/components/Refusal.tsx'
import { useLabels } from '#web/language.ts'
import type { PermissionRow, RoleCard } from '../contract.ts'
import { defineRole, permissions } from './api.ts'
import { labels } from './labels.ts'

type Grant = { readonly permission: string; readonly scope: RoleCard['grants'][number]['scope'] }

const scopes: readonly { readonly value: Grant['scope']; readonly label: string }[] = [
  { value: 'own', label: '本人承办' },
  { value: 'team', label: '本团队' },
  { value: 'court', label: '全院' },
  { value: 'unit', label: '发给本单位的' },
]

/** The rights of a role as a check list: a permission that its kind may never carry is not offered. */
export function RoleForm({ role, onDone }: { readonly role: RoleCard; readonly onDone: () => void }) {
  const t = useLabels(labels)
  const { data } = useSuspenseQuery(queryOptionsFor(permissions, {}))
  const [grants, setGrants] = useState<readonly Grant[]>(role.grants)
  const [secondFactor, setSecondFactor] = useState(role.secondFactor)
  const { mutate, error, isPending } = useCommand(defineRole)
  const offered = data.filter(({ kinds }) => kinds.includes(role.kind))
  const rooms = Map.groupBy(offered, ({ roomZh }) => roomZh)
  const set = (permission: string, chosen: readonly Grant['scope'][]) =>
    setGrants([...grants.filter((g) => g.permission !== permission), ...chosen.map((scope) => ({ permission, scope }))])
  const save = () =>
    mutate(
      {
        input: {
          roleId: role.roleId,
          title: role.titleZh,
          secondFactor,
          grants: grants.map(({ permission, scope }) => ({ permission, scope })),
        },
      },
      { onSuccess: onDone },
    )
  return (
    <form
      className="dx-form"
      aria-label={`${t.edit} ${role.titleZh}`}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {error && <Refusal problem={error} />}
      <Checkbox checked={secondFactor} onChange={({ target }) => setSecondFactor(target.checked)}>
        {t.needsFactor}
      </Checkbox>
      {[...rooms].map(([room, listed]) => (
        <fieldset key={room} style={{ border: 0, padding: 0 }}>
          <legend className="dx-strong">{room}</legend>
          {listed.map((row) => (
            <Right
              key={row.permission}
              row={row}
              chosen={grants.filter((g) => g.permission === row.permission).map(({ scope }) => scope)}
              onChange={(chosen) => set(row.permission, chosen)}
            />
          ))}
        </fieldset>
      ))}
      <div className="dx-form-acts">
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t.save}
        </Button>
        <Button onClick={onDone}>先不改</Button>
      </div>
    </form>
  )
}

type RightProps = {
  readonly row: PermissionRow
  readonly chosen: readonly Grant['scope'][]
  readonly onChange: (chosen: readonly Grant['scope'][]) => void
}

function Right({ row, chosen, onChange }: RightProps) {
  const id = `right-${row.permission}`
  return (
    <div className="dx-row">
      <label htmlFor={id} style={{ width: 240 }}>
        {row.titleZh}
      </label>
      <Select
        id={id}
        mode="multiple"
        style={{ width: 320 }}
        placeholder="没有这项权限"
        value={[...chosen]}
        options={[...scopes]}
        onChange={(next: Grant['scope'][]) => onChange(next)}
      />
    </div>
  )
}
