import { answer, platform, type RightSourceView } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

/** Rights that the administration may ask for, its own and those of others. */
export const useRightSources = () =>
  useQuery({
    queryKey: ['right-sources'],
    queryFn: (): Promise<readonly RightSourceView[]> => answer(platform.GET('/api/right-sources')),
  });
