import type { CompiledControl } from '@irisflow/forms';
import { FileField, useFormatters } from '@irisflow/ui';
import { useRendererText } from '../i18n/renderer-messages.ts';
import { typeNames, useFiles } from './use-files.ts';
import type { WidgetProps } from './widget-props.ts';

const useHint = ({ file }: CompiledControl, own: WidgetProps['field']['hint']) => {
  const t = useRendererText();
  const { fileSize } = useFormatters();
  if (file === undefined) return own;
  const limits = t('hint.files', { types: typeNames(file.accept), size: fileSize(file.maxBytes) });
  return (
    <>
      {own} {limits}
    </>
  );
};

/** Files of a case. Bytes go through the upload port at once; the data only holds the references. */
export const FileWidget = (props: WidgetProps) => {
  const { control, field, readOnly } = props;
  const { files, problem, canUpload, add, remove } = useFiles(props);
  const { accept = [], maxCount = 1 } = control.file ?? {};
  return (
    <FileField
      {...field}
      hint={useHint(control, field.hint)}
      problem={problem}
      files={files}
      accept={accept}
      maxCount={maxCount}
      readOnly={readOnly || !canUpload}
      onAdd={add}
      onRemove={remove}
    />
  );
};
