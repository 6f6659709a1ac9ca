/** Days on which offices are closed beside the legal holidays: listed, never computed. Both ends are included. */
export type Closure =
  | { readonly recurs: 'once'; readonly from: string; readonly to: string }
  | {
      readonly recurs: 'yearly';
      /** Month and day, such as `05-08`; a 29 February recurs in leap years. */
      readonly date: string;
      readonly from: string;
      /** Null while it has no end. */
      readonly to: string | null;
    };

/** Whether a closure closes a day. */
export const closes = (closure: Closure, day: string): boolean => {
  if (day < closure.from || (closure.to !== null && day > closure.to)) return false;
  return closure.recurs === 'once' || day.slice(5) === closure.date;
};
