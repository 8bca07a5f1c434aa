import { keepPreviousData, useInfiniteQuery, useQuery, type QueryKey } from '@tanstack/react-query';
import { useMemo } from 'react';

export interface ListPage<Row> {
  items: Row[];
  nextCursor?: string | null;
  total?: number | null;
}

export interface List<Row> {
  rows: Row[];
  total: number | undefined;
  /** Nothing to show yet. */
  isPending: boolean;
  /** The rows on the screen answer the previous question; the new ones are on their way. */
  isStale: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  refetch: () => void;
}

/** A list of the API read page after page. `page` gets the cursor, and `total` only for the first page: counting once is enough. */
export function useList<Row>(options: {
  queryKey: QueryKey;
  page: (at: { cursor?: string; total?: true; signal: AbortSignal }) => Promise<ListPage<Row>>;
  /** Counts apart, where counting takes longer than reading a page: the first rows do not wait for it. */
  count?: (signal: AbortSignal) => Promise<number | null | undefined>;
  enabled?: boolean;
}): List<Row> {
  const query = useInfiniteQuery({
    queryKey: options.queryKey,
    queryFn: ({ pageParam, signal }) => options.page({ ...(pageParam ? { cursor: pageParam } : options.count ? {} : { total: true as const }), signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled,
  });
  const counted = useQuery({
    queryKey: [...options.queryKey, 'count'],
    queryFn: async ({ signal }) => (await options.count?.(signal)) ?? null,
    enabled: !!options.count && options.enabled !== false,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return {
    rows,
    total: (options.count ? counted.data : query.data?.pages[0]?.total) ?? undefined,
    isPending: query.isPending,
    isStale: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  };
}
