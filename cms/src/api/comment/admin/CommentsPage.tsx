import { Page } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { moderateComments } from '#src/api/comment/permissions';
import { CommentList } from './CommentList';
import { CommentPage } from './CommentPage';

interface Props {
  privacyPage: ReactNode;
  addressPage: ReactNode;
}

/**
 * The admin's pages about comments, for accounts that may moderate them. Pages of other features that have no place of
 * their own in the menu are passed in.
 */
export const CommentsPage = ({ privacyPage, addressPage }: Props) => (
  <Page.Protect permissions={[{ action: moderateComments.action, subject: null }]}>
    <Routes>
      <Route index element={<CommentList />} />
      <Route path="privacy" element={privacyPage} />
      <Route path="address" element={addressPage} />
      <Route path=":number" element={<CommentPage />} />
    </Routes>
  </Page.Protect>
);
