import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { queryOptionsFor } from '#web/api.ts'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels } from '#web/language.ts'
import { useMay } from '#web/session.ts'
import { roles } from './api.ts'
import { labels } from './labels.ts'
import { RoleForm } from './RoleForm.tsx'

/** Each role as a sentence that can be read aloud. */
export function RoleTable() {
  const t = useLabels(labels)
  const mayEdit = useMay()('identity.manage-rights')
  const [editing, edit] = useState<string>()
  const { data } = useSuspenseQuery(queryOptionsFor(roles, {}))
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: '0 16px 0 20px' }}>
      {data.map((role) => (
        <li key={role.roleId} style={{ padding: '10px 0', borderBottom: '1px solid var(--dx-line)' }}>
          <div className="dx-row">
            <b>{role.titleZh}</b>
            {role.secondFactor && <StatusTag tone="outline">{t.needsFactor}</StatusTag>}
            <span className="dx-space" />
            {mayEdit && role.kind !== 'everyone' && editing !== role.roleId && (
              <Button size="small" onClick={() => edit(role.roleId)}>
                {t.edit}
              </Button>
            )}
          </div>
          <p className="dx-t2">{role.sentence}</p>
          {editing === role.roleId && <RoleForm role={role} onDone={() => edit(undefined)} />}
        </li>
      ))}
    </ul>
  )
}
