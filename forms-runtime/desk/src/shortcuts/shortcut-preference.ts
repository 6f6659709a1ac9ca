import { useSyncExternalStore } from 'react';

const STORAGE_KEY = 'irisflow:one-key-shortcuts';

const read = (): boolean => {
  try {
    return localStorage.getItem(STORAGE_KEY) !== 'off';
  } catch {
    return true;
  }
};

let isOn = read();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Turns the one-key shortcuts on or off on this device; people who dictate or whose hands shake turn them off. */
export const setShortcuts = (choice: 'on' | 'off'): void => {
  isOn = choice === 'on';
  try {
    localStorage.setItem(STORAGE_KEY, choice);
  } catch {
    // The choice then lasts as long as the page.
  }
  for (const listener of listeners) listener();
};

export const areShortcutsOn = (): boolean => isOn;

/** Whether the one-key shortcuts work on this device. */
export const useShortcutsOn = (): boolean => useSyncExternalStore(subscribe, areShortcutsOn);
