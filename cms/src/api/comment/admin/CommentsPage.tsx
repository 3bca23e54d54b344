import { Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { moderateComments } from '#src/api/comment/permissions';
import { CommentList } from './CommentList';
import { CommentPage } from './CommentPage';

/**
 * The admin's pages about comments, for accounts that may moderate them. The privacy page, another feature's, is passed
 * in: it is below this one in the menu.
 */
export const CommentsPage = ({ privacyPage }: { privacyPage: ReactNode }) => (
  <Page.Protect permissions={[{ action: moderateComments.action, subject: null }]}>
    <Routes>
      <Route index element={<CommentList />} />
      <Route path="privacy" element={privacyPage} />
      <Route path=":number" element={<CommentPage />} />
    </Routes>
  </Page.Protect>
);
