import { todayInBrussels } from '@irisflow/renderer';
import { useState } from 'react';

/** The day on which the page was opened. */
export const useToday = (): string => useState(() => todayInBrussels(new Date()))[0];
