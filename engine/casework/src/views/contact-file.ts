import { extend } from '@irisflow/foundation';
import { ContactView } from '@irisflow/parties';
import { Type, type Static } from 'typebox';
import { CaseSummary } from './case.ts';

/** A contact with the cases that it is about or that came of it. */
export const ContactFile = extend(ContactView, { cases: Type.Array(CaseSummary) });
export type ContactFile = Static<typeof ContactFile>;
