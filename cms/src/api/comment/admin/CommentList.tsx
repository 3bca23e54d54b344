import { Box, Button, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router-dom';
import {
  type CommentCounts,
  commentCounts,
  type CommentListName,
  commentListNames,
  type CommentOrder,
  commentOrders,
  type ListedComment,
  listedComments,
} from 'shared';
import { useAdminQuery } from '#src/admin/components/admin-api';
import { practiceSettings } from '#src/admin/components/admin-paths';
import { ListTabs } from '#src/admin/components/ListTabs';
import { AdminPage, Fetched, ListPagination } from '#src/admin/components/page-elements';
import { StickyBar } from '#src/admin/components/StickyBar';
import { BulkActions } from './BulkActions';
import { emptyListLabels, listLabels } from './comment-labels';
import { AwayNotice, CommentCard } from './CommentCard';
import { SpamFilterPanel } from './SpamFilterPanel';
import { useBulkActions } from './useCommentActions';

/** Lists whose comments are in different states, so that each has to show its own. */
const mixedLists: readonly CommentListName[] = ['notes', 'reported', 'onHold'];

interface Place {
  list: CommentListName;
  order: CommentOrder;
  page: number;
}

const hrefOf = ({ list, order, page }: Place): string => `?list=${list}&order=${order}&page=${page}`;

/** Returns which page of which list the address names, so that the browser's Back button works. */
const usePlace = (): Place => {
  const [params] = useSearchParams();
  const list = commentListNames.find((name) => name === params.get('list')) ?? 'waiting';
  const usualOrder = list === 'waiting' || list === 'onHold' ? 'oldest' : 'newest';
  return {
    list,
    order: commentOrders.find((order) => order === params.get('order')) ?? usualOrder,
    page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
  };
};

/** Keeps which rows are ticked, for one page of one list: nothing stays ticked on another. */
const useTicked = (rows: readonly ListedComment[], place: string) => {
  const [stored, setStored] = useState<{ place: string; numbers: readonly number[] }>({ place, numbers: [] });
  const numbers = stored.place === place ? stored.numbers : [];
  /** Changes what is ticked by then: an action takes a while, and another page may be shown. */
  const change = (off: readonly number[], on: readonly number[]): void =>
    setStored((before) => {
      if (before.place !== place) return on.length > 0 ? { place, numbers: on } : before;
      return { place, numbers: [...before.numbers.filter((number) => !off.includes(number)), ...on] };
    });
  return {
    ticked: rows.filter(({ number }) => numbers.includes(number)),
    tick: (number: number, on: boolean): void => change([number], on ? [number] : []),
    tickAll: (on: boolean): void => setStored({ place, numbers: on ? rows.map(({ number }) => number) : [] }),
    untick: (these: readonly number[]): void => change(these, []),
  };
};

const noteFor = (list: CommentListName, { unopenedSpam, legalHoldsToReview }: CommentCounts): string | null => {
  if (list === 'spam' && unopenedSpam > 0)
    return `${unopenedSpam === 1 ? 'One of these is' : `${unopenedSpam} of these are`} new to you. Nothing is deleted before you have looked at it.`;
  if (list === 'onHold' && legalHoldsToReview > 0)
    return `${legalHoldsToReview === 1 ? 'One review date has' : `${legalHoldsToReview} review dates have`} passed. Nothing on hold is deleted until you release it.`;
  if (list === 'answered')
    return 'Only their writers have your answer, and nobody else has seen these. You can still approve or decline them.';
  return list === 'waiting'
    ? 'Writers who may be in danger come first, then those who may be struggling, then the oldest.'
    : null;
};

interface RowsProps {
  place: Place;
  rows: readonly ListedComment[];
  counts: CommentCounts | null;
  bulk: ReturnType<typeof useTicked> & { actions: ReturnType<typeof useBulkActions> };
}

/** The rows of a list, with what can be done with those that are ticked. */
const Rows = ({ place, rows, counts, bulk: { ticked, tick, tickAll, actions } }: RowsProps) => {
  const { list, order } = place;
  const note = counts && noteFor(list, counts);
  const all = ticked.length === rows.length ? true : ticked.length > 0 ? 'indeterminate' : false;
  const otherOrder = order === 'oldest' ? 'newest' : 'oldest';
  const [, goTo] = useSearchParams();
  return (
    <Flex direction="column" alignItems="stretch">
      {note && (
        <Box paddingBottom={4}>
          <Typography textColor="neutral600">{note}</Typography>
        </Box>
      )}
      <Flex gap={4} wrap="wrap" justifyContent="space-between" paddingBottom={4}>
        <Checkbox checked={all} onCheckedChange={(state) => tickAll(state !== false)}>
          Select all on this page
        </Checkbox>
        <Button variant="tertiary" size="S" onClick={() => goTo(hrefOf({ list, order: otherOrder, page: 1 }))}>
          {`Show the ${otherOrder} first`}
        </Button>
      </Flex>
      <StickyBar>
        <BulkActions list={list} ticked={ticked} actions={actions} />
      </StickyBar>
      <Flex tag="ul" aria-label={listLabels[list]} direction="column" alignItems="stretch" gap={3}>
        {rows.map((comment) => (
          <CommentCard
            key={comment.number}
            comment={comment}
            withState={mixedLists.includes(list)}
            isTicked={ticked.includes(comment)}
            onTick={(on) => tick(comment.number, on)}
          />
        ))}
      </Flex>
    </Flex>
  );
};

const RelatedPages = () => (
  <Flex gap={4} wrap="wrap">
    <Link tag={RouterLink} to={practiceSettings}>
      Settings for comments
    </Link>
    <Link tag={RouterLink} to="privacy">
      Show or delete personal data
    </Link>
  </Flex>
);

/** The lists of comments, and what can be done with several at once. */
export const CommentList = () => {
  const place = usePlace();
  const list = useAdminQuery(listedComments, { path: `/comments${hrefOf(place)}` });
  const counts = useAdminQuery(commentCounts, { path: '/comments/counts' });
  const rows = list.data?.comments ?? [];
  const selection = useTicked(rows, hrefOf(place));
  const actions = useBulkActions(() => Promise.all([list.refetch(), counts.refetch()]), selection);
  return (
    <AdminPage
      section="Comments"
      title="Comments"
      subtitle="Read and answer what readers send. Even when nothing is flagged, there can be a reason to worry."
      secondaryAction={<RelatedPages />}
      navigation={
        <>
          <AwayNotice until={counts.data?.awayUntil ?? null} />
          <ListTabs
            title="Lists of comments"
            labels={listLabels}
            present={place.list}
            counts={counts.data?.lists ?? null}
          />
        </>
      }
      outcome={actions.outcome}
    >
      <Fetched query={{ ...list, error: list.error ?? counts.error }} loading="Loading comments">
        {({ page, pageCount, total }) => (
          <>
            {rows.length === 0 && <Typography>{emptyListLabels[place.list]}</Typography>}
            {rows.length > 0 && (
              <Rows place={place} rows={rows} counts={counts.data} bulk={{ ...selection, actions }} />
            )}
            {place.list === 'spam' && counts.data && (
              <SpamFilterPanel learned={counts.data.learned} isBusy={actions.isBusy} onForget={actions.forgetLearned} />
            )}
            <ListPagination
              page={page}
              pageCount={pageCount}
              total={total}
              hrefOf={(other) => hrefOf({ ...place, page: other })}
            />
          </>
        )}
      </Fetched>
    </AdminPage>
  );
};
