import { Button } from '@irisflow/ui';
import { useRef } from 'react';

export interface FileButtonProps {
  readonly label: string;
  /** What the chooser offers: endings and types, as browsers read them. */
  readonly accept: string;
  readonly busy?: boolean;
  readonly size?: 'normal' | 'small';
  readonly onFile: (file: File) => void;
}

/** A button by which a file is chosen; the same one can be chosen again, once it was mended. */
export const FileButton = ({ label, accept, busy = false, size = 'normal', onFile }: FileButtonProps) => {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button tone="secondary" busy={busy} size={size} onClick={() => chooser.current?.click()}>
        {label}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
};
