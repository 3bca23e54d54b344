import type { Schema, Struct } from '@strapi/strapi';

export interface CommentSavedReply extends Struct.ComponentSchema {
  collectionName: 'components_comment_saved_replies';
  info: {
    displayName: 'Saved reply';
    icon: 'quote';
  };
  attributes: {
    text: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5000;
      }>;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80;
      }>;
    usedFor: Schema.Attribute.Enumeration<
      ['comments', 'messages', 'comments and messages']
    > &
      Schema.Attribute.DefaultTo<'comments'>;
  };
}

export interface CommentSettings extends Struct.ComponentSchema {
  collectionName: 'components_comment_settings';
  info: {
    displayName: 'Comments';
    icon: 'discuss';
  };
  attributes: {
    closeAfterDays: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      >;
    keepAddressDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<365>;
    keepDeclinedDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<90>;
    keepNotesDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<180>;
    keepSpamDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<30>;
    mail: Schema.Attribute.Enumeration<['discreet', 'full', 'digest']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'discreet'>;
    mailTo: Schema.Attribute.Email;
    moderated: Schema.Attribute.Enumeration<['all', 'first-timers']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'all'>;
    readersMayReply: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    wordList: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 5000;
      }>;
  };
}

export interface ContactSettings extends Struct.ComponentSchema {
  collectionName: 'components_contact_settings';
  info: {
    displayName: 'Contact form';
    icon: 'envelop';
  };
  attributes: {
    bankHolidays: Schema.Attribute.Enumeration<
      ['England and Wales', 'Scotland', 'Northern Ireland', 'No bank holidays']
    > &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'England and Wales'>;
    friday: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    keepDataDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<365>;
    keepDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<90>;
    monday: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    replyDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 20;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<2>;
    saturday: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    spaceList: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    sunday: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    thursday: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    tuesday: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
    wednesday: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
  };
}

export interface HelpLine extends Struct.ComponentSchema {
  collectionName: 'components_help_lines';
  info: {
    description: 'A service for people in crisis';
    displayName: 'Help line';
    icon: 'phone';
  };
  attributes: {
    about: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    call: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    chat: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    checked: Schema.Attribute.Date;
    free: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    hours: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    keyword: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    kind: Schema.Attribute.Enumeration<['emergency', 'talk', 'particular']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'talk'>;
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    nation: Schema.Attribute.Enumeration<['UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'UK'>;
    relay: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    text: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
  };
}

export interface PracticeCredential extends Struct.ComponentSchema {
  collectionName: 'components_practice_credentials';
  info: {
    description: 'A membership, qualification, insurance or fee';
    displayName: 'Credential';
    icon: 'medal';
  };
  attributes: {
    body: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    checked: Schema.Attribute.Date;
    kind: Schema.Attribute.Enumeration<['membership', 'qualification', 'insurance', 'data protection']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'membership'>;
    number: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 40;
      }>;
    renewsOn: Schema.Attribute.Date;
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    url: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
  };
}

export interface PracticeFee extends Struct.ComponentSchema {
  collectionName: 'components_practice_fees';
  info: {
    description: 'A line of what sessions cost';
    displayName: 'Fee';
    icon: 'priceTag';
  };
  attributes: {
    amount: Schema.Attribute.Decimal &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 10000;
          min: 0;
        },
        number
      >;
    concession: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 10000;
          min: 0;
        },
        number
      >;
    label: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
    note: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
  };
}

export interface PracticeOnline extends Struct.ComponentSchema {
  collectionName: 'components_practice_onlines';
  info: {
    description: 'How sessions on a screen work';
    displayName: 'Online sessions';
    icon: 'monitor';
  };
  attributes: {
    ifItDrops: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    platform: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
  };
}

export interface PracticeQuestion extends Struct.ComponentSchema {
  collectionName: 'components_practice_questions';
  info: {
    description: 'A question that people often ask';
    displayName: 'Question';
    icon: 'question';
  };
  attributes: {
    answer: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 2000;
      }>;
    question: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface PracticeRoom extends Struct.ComponentSchema {
  collectionName: 'components_practice_rooms';
  info: {
    description: 'The room, and how people get there and in';
    displayName: 'Room';
    icon: 'house';
  };
  attributes: {
    access: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    expect: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    parking: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    stepFree: Schema.Attribute.Enumeration<['Step-free', 'Step-free in part', 'Not step-free']>;
    toilet: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    transport: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    waiting: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
  };
}

export interface SearchSeo extends Struct.ComponentSchema {
  collectionName: 'components_search_seos';
  info: {
    description: 'Shown instead of the title, summary and picture';
    displayName: 'Search engines and previews';
    icon: 'search';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    image: Schema.Attribute.Media<'images'>;
    noindex: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<false>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
  };
}

export interface SlugRedirect extends Struct.ComponentSchema {
  collectionName: 'components_slug_redirects';
  info: {
    description: 'A path that leads to this document';
    displayName: 'Old address';
    icon: 'link';
  };
  attributes: {
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
  };
}

export interface WorkshopPrice extends Struct.ComponentSchema {
  collectionName: 'components_workshop_prices';
  info: {
    displayName: 'Price';
    icon: 'priceTag';
  };
  attributes: {
    amount: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 10000;
          min: 0;
        },
        number
      >;
    label: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 100;
      }>;
    note: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface WorkshopProgrammePart extends Struct.ComponentSchema {
  collectionName: 'components_workshop_programme_parts';
  info: {
    displayName: 'Part of the programme';
    icon: 'bulletList';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500;
      }>;
    time: Schema.Attribute.Time;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200;
      }>;
  };
}

export interface WorkshopSession extends Struct.ComponentSchema {
  collectionName: 'components_workshop_sessions';
  info: {
    displayName: 'Session';
    icon: 'clock';
  };
  attributes: {
    day: Schema.Attribute.Date;
    ends: Schema.Attribute.Time;
    starts: Schema.Attribute.Time;
  };
}

export interface WorkshopSettings extends Struct.ComponentSchema {
  collectionName: 'components_workshop_settings';
  info: {
    displayName: 'Workshops';
    icon: 'calendar';
  };
  attributes: {
    howToPay: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000;
      }>;
    keepDays: Schema.Attribute.Integer &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMax<
        {
          max: 3650;
          min: 1;
        },
        number
      > &
      Schema.Attribute.DefaultTo<90>;
    shown: Schema.Attribute.Boolean & Schema.Attribute.Required & Schema.Attribute.DefaultTo<true>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'comment.saved-reply': CommentSavedReply;
      'comment.settings': CommentSettings;
      'contact.settings': ContactSettings;
      'help.line': HelpLine;
      'practice.credential': PracticeCredential;
      'practice.fee': PracticeFee;
      'practice.online': PracticeOnline;
      'practice.question': PracticeQuestion;
      'practice.room': PracticeRoom;
      'search.seo': SearchSeo;
      'slug.redirect': SlugRedirect;
      'workshop.price': WorkshopPrice;
      'workshop.programme-part': WorkshopProgrammePart;
      'workshop.session': WorkshopSession;
      'workshop.settings': WorkshopSettings;
    }
  }
}
