export interface ProgressBarProps {
  readonly label: string;
  /** From 0 to 1; absent while the end is unknown. */
  readonly value?: number;
}

/** How far something is. */
export const ProgressBar = ({ label, value }: ProgressBarProps) => (
  <progress className="iris-progress" aria-label={label} max={1} value={value} />
);
