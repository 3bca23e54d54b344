import { Link, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { Link as RouterLink } from 'react-router-dom';
import { ActionResult } from '#src/admin/components/ActionResult';
import { AwayLine } from './AwayLine';
import { emptyLists } from './comment-labels';
import { ListBody } from './ListBody';
import { ListNotes } from './ListNotes';
import { ListPages } from './ListPages';
import { ListTabs } from './ListTabs';
import { useBulk } from './useBulk';
import { useChosen } from './useChosen';
import { useCommentList } from './useCommentList';
import { useCommentsApi } from './useCommentsApi';

/** The desk: the saved lists, and what can be done to several comments at once. */
export const CommentList = () => {
  const api = useCommentsApi();
  const { list, order, page, go, comments, counts, fault, ask } = useCommentList(api);
  const rows = comments?.comments ?? [];
  const choice = useChosen(rows, `${list} ${order} ${page}`);
  const bulk = useBulk(api, ask, choice.chosen);
  return (
    <Page.Main>
      <Page.Title>Comments</Page.Title>
      <Layouts.Header
        title="Comments"
        subtitle="What readers send, and what you make of it. No flag doesn’t mean no worry."
        secondaryAction={
          <Link tag={RouterLink} to="privacy">
            Show or delete what is held about somebody
          </Link>
        }
      />
      <Layouts.Content>
        <AwayLine until={counts?.awayUntil ?? null} />
        <ListTabs present={list} counts={counts} />
        <ActionResult outcome={bulk.result} />
        {fault !== null && <Typography role="alert">{fault}</Typography>}
        {comments === null && fault === null && <Loader>Fetching the comments</Loader>}
        {comments !== null && rows.length === 0 && <Typography>{emptyLists[list]}</Typography>}
        {counts && rows.length > 0 && <ListNotes list={list} counts={counts} />}
        {rows.length > 0 && (
          <ListBody
            list={list}
            order={order}
            rows={rows}
            choice={choice}
            bulk={bulk}
            onOrder={(to) => go({ order: to })}
          />
        )}
        {comments && (
          <ListPages
            page={comments.page}
            pageCount={comments.pageCount}
            total={comments.total}
            onPage={(to) => go({ page: to })}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
};
