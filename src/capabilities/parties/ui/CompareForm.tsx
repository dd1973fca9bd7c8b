import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { textIn, type ActFormProps } from '#pages/desk'
import { queryOptionsFor } from '#web/api.ts'
import { CommandForm } from '#web/components/CommandForm.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { PlainTable } from '#web/components/PlainTable.tsx'
import { StatusTag } from '#web/components/StatusTag.tsx'
import { useLabels, useText } from '#web/language.ts'
import { groundCodes, type Namesakes } from '../contract.ts'
import { groundLabels, partyKindLabels } from '../labels.ts'
import { proposeMerge, sameNameReading } from './api.ts'
import { labels } from './labels.ts'

type Row = Namesakes['rows'][number]

/** Everybody of one name side by side; two that are one person are proposed with a ground. */
export function CompareForm({ input, onDone, onCancel }: ActFormProps) {
  const t = useLabels(labels)
  const text = useText()
  const keepId = textIn(input, 'keepId')
  const { data } = useSuspenseQuery(queryOptionsFor(sameNameReading, { partyId: keepId }))
  const [chosen, setChosen] = useState<Row>()
  if (chosen)
    return (
      <CommandForm
        contract={proposeMerge}
        initial={{ keepId, mergeId: chosen.partyId }}
        fields={{
          ground: {
            title: labels.ground,
            hint: labels.groundHint,
            options: groundCodes.map((value) => ({ value, title: groundLabels[value] })),
          },
          evidence: { title: labels.evidence, hint: labels.evidenceHint, kind: 'long' },
        }}
        onDone={() => onDone()}
        onCancel={() => setChosen(undefined)}
      >
        <p>
          {t.merge}：{chosen.name} {chosen.idMasked ?? t.noNumber}
        </p>
        <p className="dx-t2">{t.twoPeople}</p>
      </CommandForm>
    )
  return (
    <>
      {data.rows.length === 0 ? (
        <EmptyState title={t.none} />
      ) : (
        <PlainTable<Row>
          caption={t.sameName}
          rows={data.rows}
          rowKey={({ partyId }) => partyId}
          columns={[
            {
              id: 'name',
              title: labels.column,
              width: 150,
              cell: ({ name, partyId }) => (
                <Link to={`/parties/${partyId}`} onClick={onCancel}>
                  {name}
                </Link>
              ),
            },
            { id: 'kind', title: labels.kind, width: 110, cell: ({ kind }) => text(partyKindLabels[kind]) },
            { id: 'id', title: labels.identifier, cell: ({ idMasked }) => idMasked ?? t.noNumber },
            {
              id: 'cases',
              title: labels.stands,
              width: 72,
              right: true,
              cell: ({ records }) => `${records}${t.cases}`,
            },
            {
              id: 'act',
              title: labels.propose,
              width: 120,
              right: true,
              cell: (row) =>
                row.proposed ? (
                  <StatusTag tone="info">{t.waiting}</StatusTag>
                ) : (
                  <Button size="small" onClick={() => setChosen(row)}>
                    {t.propose}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {data.hidden > 0 && (
        <p className="dx-t2 dx-13">
          {data.hidden} {t.outside}
        </p>
      )}
    </>
  )
}
