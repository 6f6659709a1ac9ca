import { parseBpmn } from '@irisflow/bpmn';
import type { BlockView } from '../views/block.ts';
import { type Block, blockId } from './block.ts';
import { blockTasks } from './block-tasks.ts';
import { blocks } from './blocks.ts';

const viewBlock = ({ key, title, description, inputs, files }: Block): BlockView => {
  const id = blockId(key);
  const path = `${id}.bpmn`;
  const drawing = files.find((file) => file.path === path)?.content ?? '';
  const parsed = parseBpmn(drawing, { name: path });
  const tasks = blockTasks(parsed.ok ? parsed.processes.map((process) => ({ path, process })) : []);
  return {
    id,
    title,
    description,
    process: drawing,
    inputs: inputs.map(({ name, label, hint = null, isRequired, kind, choices = [] }) => ({
      name,
      label,
      hint,
      isRequired,
      kind,
      choices: [...choices],
    })),
    tasks: Object.entries(tasks).map(([taskId, { name, form, separateFromActs = [] }]) => ({
      id: taskId,
      name,
      form,
      separateFromActs,
    })),
  };
};

/** The blocks that every procedure may call. */
export const viewBlocks = (): BlockView[] => blocks.map(viewBlock);
