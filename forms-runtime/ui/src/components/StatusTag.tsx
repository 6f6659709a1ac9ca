import type { ReactNode } from 'react';

export type TagTone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger';

export interface StatusTagProps {
  readonly tone?: TagTone;
  readonly children: ReactNode;
}

/** A state in one or two words; the color only repeats what the words say. */
export const StatusTag = ({ tone = 'neutral', children }: StatusTagProps) => (
  <span className={`iris-tag iris-tag--${tone}`}>{children}</span>
);
