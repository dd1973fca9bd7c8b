import type { DeclaredFigure } from '#capabilities/report'

const resolved = {
  query: 'partners.joint-matters',
  input: { resolved: 'true', day: 'resolvedOn' },
  page: '/partners/joint-matters',
}

/** Batches and cases apart: a batch counts on the day its last case is resolved, a case on its own. */
export const partnerFigures: readonly DeclaredFigure[] = [
  {
    figure: 'F11',
    unit: 'batch',
    each: 'batch_key',
    from: 'partners_joint_matter_resolved',
    where: { resolved: true },
    on: 'batch_resolved_on',
    drill: resolved,
  },
  {
    figure: 'F12',
    unit: 'case',
    each: 'case_number',
    from: 'partners_joint_matter_resolved',
    where: { resolved: true },
    on: 'resolved_on',
    drill: resolved,
  },
  {
    figure: 'F13',
    unit: 'organisation',
    each: 'unit',
    from: 'partners_member_in_force',
    on: 'joined_on',
    ended: 'left_on',
    drill: { query: 'partners.member-units', input: { lacks: 'leftOn' }, page: '/partners/member-units' },
  },
]
