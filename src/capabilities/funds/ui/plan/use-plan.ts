import { useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { queryOptionsFor } from '#web/api.ts'
import type { PlanView } from '../../payouts/contract.ts'
import { plansReading } from '../api.ts'

export type Plan = z.output<typeof PlanView>['plans'][number]

/** One plan of the case; undefined when it is not of this case. */
export function usePlan(caseId: string, planId: string): Plan | undefined {
  const { data } = useSuspenseQuery(queryOptionsFor(plansReading, { caseId }))
  return data.plans.find((plan) => plan.planId === planId)
}

export const isOver = ({ standing }: Plan): boolean => standing === 'revised' || standing === 'withdrawn'
