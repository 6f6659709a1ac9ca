import { answerLine } from '../../app/answer-line.ts';
import { createNamesAnswerer } from './names-question.ts';

answerLine(createNamesAnswerer());
