import { useEffect, useState } from 'react';

const QUIET_MILLISECONDS = 400;

/** A value once it has stood still for a moment: nobody waits for answers to half a word. */
export const useQuiet = <T>(value: T): T => {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(value), QUIET_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return quiet;
};
