import { Type } from 'typebox';

export const Text = Type.String({ minLength: 1, maxLength: 4000 });
export const Key = Type.String({ minLength: 1, maxLength: 100 });
export const LocalDate = Type.String({ format: 'date' });

export const LocalizedTexts = Type.Object({ fr: Text, nl: Text, en: Text });

/** Euros as decimal text with two decimals, such as `125.00`; no number, which would lose cents. */
export const Amount = Type.String({ pattern: '^[0-9]{1,12}\\.[0-9]{2}$' });
