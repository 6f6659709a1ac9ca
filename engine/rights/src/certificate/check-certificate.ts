import { actingFor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { kindOf } from '../change/right-kind.ts';
import { standingOf } from '../change/validity.ts';
import { findChecked } from '../storage/rights.ts';
import type { UseCase } from '../surroundings.ts';
import type { RightCheck } from '../views/right.ts';
import { viewValues } from '../views/view-values.ts';
import type { RightEffect } from '@irisflow/procedures';

/** What everybody learns by the code of a certificate: whether the right holds today, and what its kind calls public. */
export const checkCertificate: UseCase<{ readonly code: string }, RightCheck> = async (given, actor, { code }) => {
  const surroundings = actingFor(given, actor, 'rightChecks');
  const today = dayOf(surroundings.clock.now());
  const found = await findChecked(surroundings.database, today, code);
  if (found === undefined) return { isKnown: false };
  // What a published version says is everybody's.
  const kind = await kindOf(given, given.database, found);
  const { valid_from: validFrom, valid_to: validTo } = found;
  return {
    isKnown: true,
    kind: kind.name,
    number: found.number,
    standing: standingOf({ effect: found.effect as RightEffect, validFrom, validTo }, today),
    validFrom,
    validTo,
    values: viewValues(kind, found.data, (_name, field) => field.public === true),
  };
};
