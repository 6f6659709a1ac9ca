export interface InstanceCase {
  readonly id: string;
  readonly reference: string;
  readonly process_instance_key: string | null;
  readonly procedure_key: string;
  readonly procedure_version: number;
}
