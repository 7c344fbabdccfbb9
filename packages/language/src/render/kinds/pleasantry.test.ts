import { golden } from '../testing/golden.ts'

golden('hello', () => ({ kind: 'pleasantry', what: 'hello' }), {
  en: { plain: 'Hello, I am listening.', warm: 'Hello, I am listening.', brief: 'Hello, I am listening.' },
  de: { plain: 'Hallo, ich höre zu.', warm: 'Hallo, ich höre zu.', brief: 'Hallo, ich höre zu.' },
})

golden('thanks', () => ({ kind: 'pleasantry', what: 'thanks' }), {
  en: { plain: 'You are welcome.', warm: 'You are welcome.', brief: 'You are welcome.' },
  de: { plain: 'Gern geschehen.', warm: 'Gern geschehen.', brief: 'Gern geschehen.' },
})
