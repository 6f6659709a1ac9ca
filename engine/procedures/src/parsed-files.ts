import { parseBpmn } from '@irisflow/bpmn';
import { parseDmn } from '@irisflow/dmn';
import { readXmlTree } from '@irisflow/xml';
import { rememberTexts } from './remember-texts.ts';

/** What a drawing says, with its problems. */
export const parsedProcesses = rememberTexts((content, name) => parseBpmn(content, { name }));

const decisions = rememberTexts((content) => parseDmn(content));

/** What a file of decisions says, with its problems. */
export const parsedDecisions = (content: string): ReturnType<typeof parseDmn> => decisions(content, '');

const trees = rememberTexts((content) => readXmlTree(content));

/** The elements of a file that has XML; null where it has none. */
export const xmlTreeOf = (content: string): ReturnType<typeof readXmlTree> => trees(content, '');
