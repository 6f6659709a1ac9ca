import { Button, Dialog } from '@irisflow/ui';
import { Failure } from '../app/Failure.tsx';
import { FileButton } from '../app/FileButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { ImportedDialog } from './ImportedDialog.tsx';
import { OtherKey } from './OtherKey.tsx';
import { useImport } from './use-import.ts';

/** Reads a procedure folder, as a zip, into a draft; under another key when somebody has the one it names. */
export const ImportButton = () => {
  const t = useTexts();
  const { question, replaced, error, isTaken, isBusy, ...steps } = useImport();
  return (
    <>
      <FileButton label={t('import.button')} accept=".zip,application/zip" busy={isBusy} onFile={steps.start} />
      {question !== null && (
        <ImportDialog preview={question.preview} busy={isBusy} onConfirm={steps.confirm} onClose={steps.cancel} />
      )}
      {replaced !== null && (
        <ImportedDialog draft={replaced} onOpen={steps.open} onUndone={(draft) => void steps.undone(draft)} />
      )}
      <Dialog open={error !== null} title={t('import.failed')} onClose={steps.reset}>
        {isTaken ? <OtherKey busy={isBusy} onChoose={steps.startUnder} /> : <Failure error={error} />}
        <Button tone="secondary" onClick={steps.reset}>
          {t('dialog.close')}
        </Button>
      </Dialog>
    </>
  );
};
