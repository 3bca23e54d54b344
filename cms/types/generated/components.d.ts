import type { Schema, Struct } from '@strapi/strapi';

export interface AddressOld extends Struct.ComponentSchema {
  collectionName: 'components_address_olds';
  info: {
    description: 'A path that once led here and still does';
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

export interface HelpLine extends Struct.ComponentSchema {
  collectionName: 'components_help_lines';
  info: {
    description: 'A service that answers people in crisis';
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
    checked: Schema.Attribute.Date & Schema.Attribute.Required;
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
    nation: Schema.Attribute.Enumeration<
      [
        'UK',
        'Great Britain',
        'England',
        'Scotland',
        'Wales',
        'Northern Ireland',
      ]
    > &
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

export interface SearchSeo extends Struct.ComponentSchema {
  collectionName: 'components_search_seos';
  info: {
    description: 'What they are told instead of title, summary and cover';
    displayName: 'Search engines and previews';
    icon: 'search';
  };
  attributes: {
    description: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300;
      }>;
    image: Schema.Attribute.Media<'images'>;
    noindex: Schema.Attribute.Boolean &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<false>;
    title: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'address.old': AddressOld;
      'help.line': HelpLine;
      'search.seo': SearchSeo;
    }
  }
}
