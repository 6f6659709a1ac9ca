import { Type, type Static } from 'typebox';

/** What somebody may do at the portal in the case of somebody else: nothing, read it, or answer and write in it as well. */
export const CaseAccess = Type.Union([Type.Literal('none'), Type.Literal('read'), Type.Literal('act')]);
export type CaseAccess = Static<typeof CaseAccess>;
