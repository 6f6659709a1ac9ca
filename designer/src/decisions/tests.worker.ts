import { answerLine } from '../app/answer-line.ts';
import { playTests } from './played-tests.ts';

answerLine(playTests);
