import type { FeelNumber } from './numbers/feel-decimal.ts';

/** A value as it crosses a boundary: in variables, on the wire, in a trace. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** JSON whose numbers keep the digits that no double says; `jsonText` writes them. */
export type ExactJson = null | boolean | FeelNumber | string | ExactJson[] | { [key: string]: ExactJson };
