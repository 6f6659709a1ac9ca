import type { CaseworkTables } from '@irisflow/casework';
import type { ColumnType } from '@irisflow/database';
export interface ParagraphTable { id: string; administration: string; key: string; version: number; is_retired: boolean; search_text: string }
export interface ParagraphVersionTable { paragraph_id: string; version: number; administration: string; act: string; content: ColumnType<unknown, string, string>; reason: string | null; changed_by: string; changed_at: Date | string }
export interface ParagraphUseTable { id: string; administration: string; paragraph_id: string; version: number; case_id: string; task_id: string; field: string; language: string; inserted: string; used_by: string; used_at: Date | string; kept: string | null }
export interface DraftingTables extends CaseworkTables { paragraph: ParagraphTable; paragraph_version: ParagraphVersionTable; paragraph_use: ParagraphUseTable }
