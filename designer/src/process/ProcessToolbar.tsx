import type Modeler from 'bpmn-js/lib/Modeler';
import { saveAs } from '../app/save-as.ts';
import { ToolButton } from '../app/ToolButton.tsx';
import { useTexts } from '../texts/use-texts.ts';
import { editorSides, fitDiagram } from './fit-diagram.ts';
import { useRevision } from './use-revision.ts';

export interface ProcessToolbarProps {
  modeler: Modeler;
  fileName: string;
  isOutlineOpen: boolean;
  onToggleOutline: () => void;
}

interface CommandStack {
  canUndo(): boolean;
  canRedo(): boolean;
}

const trigger = (modeler: Modeler, action: string, options?: object): void =>
  modeler.get<{ trigger(action: string, options?: object): void }>('editorActions').trigger(action, options);

const exportDiagram = async (modeler: Modeler, fileName: string): Promise<void> => {
  const { svg } = await modeler.saveSVG();
  saveAs(fileName.replace(/\.bpmn$/, '.svg'), svg, 'image/svg+xml');
};

const exportXml = async (modeler: Modeler, fileName: string): Promise<void> => {
  const { xml } = await modeler.saveXML({ format: true });
  if (xml !== undefined) saveAs(fileName, xml, 'application/xml');
};

const fit = (modeler: Modeler): void => fitDiagram(modeler.get('canvas'), editorSides);

/** The editor's commands that keyboard and touch users cannot reach on the canvas. */
export const ProcessToolbar = ({ modeler, fileName, isOutlineOpen, onToggleOutline }: ProcessToolbarProps) => {
  const t = useTexts();
  useRevision(modeler);
  const history = modeler.get<CommandStack>('commandStack');
  return (
    <div className="toolbar" role="toolbar" aria-label={t('process.toolbar')}>
      <ToolButton icon="outline" label={t('process.outline')} isPressed={isOutlineOpen} onClick={onToggleOutline} />
      <span className="toolbar__gap" />
      <ToolButton
        icon="undo"
        label={t('process.undo')}
        shortcut="Control+Z"
        isDisabled={!history.canUndo()}
        onClick={() => trigger(modeler, 'undo')}
      />
      <ToolButton
        icon="redo"
        label={t('process.redo')}
        shortcut="Control+Y"
        isDisabled={!history.canRedo()}
        onClick={() => trigger(modeler, 'redo')}
      />
      <span className="toolbar__gap" />
      <ToolButton
        icon="minus"
        label={t('process.zoomOut')}
        onClick={() => trigger(modeler, 'stepZoom', { value: -1 })}
      />
      <ToolButton icon="plus" label={t('process.zoomIn')} onClick={() => trigger(modeler, 'stepZoom', { value: 1 })} />
      <ToolButton icon="fit" label={t('process.fit')} onClick={() => fit(modeler)} />
      <ToolButton
        icon="search"
        label={t('process.find')}
        shortcut="Control+F"
        onClick={() => trigger(modeler, 'find')}
      />
      <span className="toolbar__gap" />
      <ToolButton icon="image" label={t('process.exportSvg')} onClick={() => void exportDiagram(modeler, fileName)} />
      <ToolButton icon="download" label={t('process.exportXml')} onClick={() => void exportXml(modeler, fileName)} />
    </div>
  );
};
