import { useState } from 'react';

const read = <Value extends object>(key: string, initial: Value): Value => {
  try {
    return { ...initial, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Value>) };
  } catch {
    return initial;
  }
};

/** What somebody has typed, kept in this tab until it is sent: it survives a reload and a sign-in, and no sign-out. */
export const useKept = <Value extends object>(name: string, initial: Value) => {
  const key = `irisflow:${name}`;
  const [value, setValue] = useState(() => read(key, initial));
  const change = (part: Partial<Value>): void => {
    const next = { ...value, ...part };
    setValue(next);
    try {
      sessionStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Full storage takes the safety net away, not the form.
    }
  };
  return { value, change, forget: (): void => sessionStorage.removeItem(key) };
};
