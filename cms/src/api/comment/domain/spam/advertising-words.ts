/** Words of advertisements, in several languages. People use each of them, but seldom many in few words. */
export const advertisingWords: readonly string[] = `
  account accounts achat acheter acquire advert affordable agency agent agents amazing angebot apartments app apply approval approved argent
  article assignment assignments audit authentic automated available award backlink backlinks bahis barato bargain bargains benefit best
  bestellen bet bets betting bills bitcoin boiler bonus bonuses bonusu booking boost brand branded broker btc bulk business businesses buy
  buyers bypass cam campaign card cards casa cash cashback casino cbd certificate certificates certified chakras cheap cheapest checkout claim
  click clicks clients clinic code coin coins commission company competitive compra comprar consultation contact content conversions cost
  coupon course courses credit crypto cryptocurrency crédit crédito cure customer customers cvv daftar daily database deal dealer deals
  delivery demo deposit descuento design designer detox developers diet digital dinero discount discounts discreet distributor dofollow domain
  download dumps earn earning earnings easy ebook energy engineers enquire enquiries enquiry enrol enrolment escort escorts essay essays eur
  exclusive experienced expert experts express factory fast fee fees finance financial followers forex free freespins fullz fund funds gagner
  gain gana ganar gané gbp generate generator genuine get girls giveaway grant grants gratis gratuit growth guarantee guaranteed guest günstig
  hack hacker hackers hair herbal hidden high hire horny horoscope hosting hot hottest hurry icq implants income increase indirim inquiry
  install installation instalments instant instantly insurance insured invest invested investment investments investor investors invoice item
  items jackpot jetzt join juice kaufen kazan keywords kostenlos kredit kredyt kup land latest launch lbs leading leads legit lesson lessons
  licence licenced license licensed limited link links live livraison loan loans lottery low lowest luxury manufacturer marketing massive
  mattress maximum melts member membership miracle mobile monthly mortgage naked native natural newest oferta offer offers official online
  order orders original package packages page panels partner partners pay payday payment payments payout payouts paypal pendant percent
  performance pharmacy pills pin plagiarism platform play players plots podcast poker popular porn post posts powerful pożyczka premium
  prescription price pricelist prices prize prizes pro product products professional professionals profit profitable profits programme promo
  promotion promotional property prophet proven provide provider préstamo préstamos prêt purchase quality quantum quick quote quotes rabatt
  rank ranking rankings rapid rate rated rates real receive recommended recover recovered refund register registration reliable remise rent
  rental repair repairs replica request results retail review reviews reward rewards risk roi sale sales seed sell seller sellers selling seo
  service services sexy ship shipping shop shopping signals site sites situs sklep skype slim slots software solar sold solution solutions
  spare special specialist spells spins sponsored spots stock stocks store stream streaming subscribe subscribers subscription supplement
  supplements supplier suppliers supply tanio telegram tested testimony tokens tonic tools top trader traders trading traffic training
  transfer transfers trial trusted trustworthy tutor ucuz unlimited unlock update upgrade urgent usd usdt vape verified versand video videos
  views villas vip visa visit visitors voucher vouchers wallet warranty watch webcam website websites weekly weight whatsapp wholesale win
  winner winners withdraw withdrawal withdrawals worldwide writers www xxx yield zarabiaj ücretsiz бесплатно бонус бонусами бонусы выводом
  доставка займ заказать заработок казино кредит купить продажа регистрацию регистрация сайт сайтов скидка скидки ставки услуги фриспины цена
  цены
`
  .trim()
  .split(/\s+/);
