/**
 * The demo world: a seed with users, channels, messages and files.
 *
 * @packageDocumentation
 */
import { permissions } from '../../../generated/permissions.js'
import { defaultRoles } from '../../../generated/rules.js'
import type { Seed, SeedChannel } from '../state/seed.js'

type SeedMessage = NonNullable<SeedChannel['messages']>[number]
type Person = [
  username: string,
  firstName: string,
  lastName: string,
  initials: string,
  presence: 0 | 1,
  lastLogin?: string,
]

const host = 'Խմբավար 主持人 🛡️'

// Initials are written out: no rule finds them in every script. Arabic letters would join, so there it is one.
const people: Person[] = [
  ['zoe', 'Zoe', 'Papadaki', 'ZP', 1, '2026-01-06T18:45:12.000Z'],
  ['omar', 'عمر', 'الحداد', 'ع', 1, '2026-01-06T19:02:40.000Z'],
  ['username_new*user', 'Զոյա', '佐伊 🎉', 'Զ佐', 1, '2026-01-06T07:16:30.000Z'],
  ['佐伊', '佐伊', '陈', '陈', 1, '2026-01-06T12:10:05.000Z'],
  ['nino', 'ნინო', 'ლომიძე', 'ნლ', 1, '2026-01-06T16:31:54.000Z'],
  ['ani', 'Անի', 'Սարգսյան', 'ԱՍ', 0, '2026-01-06T09:20:11.000Z'],
  ['davit', 'Դավիթ', 'Հակոբյան', 'ԴՀ', 0],
  ['eleni', 'Ελένη', 'Γεωργίου', 'ΕΓ', 1, '2026-01-06T17:58:03.000Z'],
  ['oksana', 'Оксана', 'Коваль', 'ОК', 0, '2026-01-05T21:40:00.000Z'],
  ['mila', 'Мила', 'Петровић', 'МП', 0],
  ['aigerim', 'Айгерім', 'Нұрланова', 'АН', 1],
  ['layla', 'ليلى', 'منصور', 'ل', 1, '2026-01-06T15:12:47.000Z'],
  ['noa', 'נועה', 'לוי', 'נל', 0, '2026-01-06T06:05:20.000Z'],
  ['dariush', 'داریوش', 'کریمی', 'د', 0],
  ['arjun', 'अर्जुन', 'शर्मा', 'अश', 1, '2026-01-06T19:00:01.000Z'],
  ['meera', 'मीरा', 'जोशी', 'मज', 0],
  ['rafi', 'রফিক', 'চৌধুরী', 'রচ', 1],
  ['kavitha', 'கவிதா', 'முருகன்', 'கம', 0, '2026-01-05T17:25:36.000Z'],
  ['nadeesha', 'නදීෂා', 'පෙරේරා', 'නප', 0],
  ['somchai', 'สมชาย', 'วงศ์สว่าง', 'สว', 1],
  ['wei', '伟', '王', '王', 0],
  ['haruka', 'はるか', '佐藤', '佐', 1, '2026-01-06T13:33:33.000Z'],
  ['さくら', 'さくら', '鈴木', 'さ', 0],
  ['minjun', '민준', '김', '김', 1, '2026-01-06T14:48:09.000Z'],
  ['hirut', 'ሂሩት', 'ከበደ', 'ሂከ', 0, '2026-01-06T10:01:58.000Z'],
  ['sophea', 'សុភា', 'ចាន់', 'សច', 0],
  ['linh', 'Thuỳ Linh', 'Nguyễn', 'LN', 1, '2026-01-06T14:50:27.000Z'],
  ['agnieszka', 'Agnieszka', 'Wiśniewska', 'AW', 0],
  ['thordis', 'Þórdís', 'Jónsdóttir', 'ÞJ', 1, '2026-01-06T18:20:00.000Z'],
  ['mateo', 'Mateo', 'Muñoz', 'MM', 0, '2026-01-06T03:15:42.000Z'],
  ['chloe', 'Chloé', 'Lefèvre', 'CL', 1],
  ['joao', 'João', 'Gonçalves', 'JG', 0],
  ['lukas', 'Lukáš', 'Dvořák', 'LD', 1],
  ['ayse', 'Ayşe', 'Yıldırım', 'AY', 0],
  ['maeve', 'Maeve', 'O’Brien', 'MO', 1, '2026-01-06T18:59:30.000Z'],
  ['ngozi', 'Ngọzi', 'Okonkwo', 'NO', 0],
  ['robin', 'Robin', '', 'R', 0],
  ['shelf_bot', 'Shelf', 'Bot', '🤖', 1],
  ['frames_4_less', 'Best', 'Frames', 'BF', 0],
  ['frames_4_more', 'More', 'Frames', 'MF', 0],
  ['old_user', 'Old', 'User', 'OU', 0],
]

const announcements = talk(`
zoe: Welcome to Book lovers! House rules: be kind, mark your spoilers, and never ask how many unread books anybody owns. 📚
shelf_bot: New on the shelf: “The Paper Lighthouse”. The book club starts on Monday.
= {"kind":"shelf","book":"paper-lighthouse"}
maeve: Poetry night opens on Friday. The room is there already, and still perfectly quiet.
zoe: Thank you all for the introductions, in so many languages. I tried to read every one aloud. My neighbours have questions.
shelf_bot: Reminder: the club meets on Thursday at 19:00. Bring chapters 5 to 8.
= {"kind":"reminder","at":"2026-01-08T19:00:00Z"}
`)

const welcome = talk(`
zoe: Say hello in whichever language you like best. I start: Γεια σας! Zoe, half Crete, half rain, all paperbacks.
omar: أهلًا! أنا عمر، أقرأ بسرعة وأنسى بسرعة.
nino: გამარჯობა! მე ნინო ვარ, თბილისიდან 👋
username_new*user: Բարեւ ձեզ, 你好, مرحبا 🎉
= {"mood":"🎉"}
佐伊: 大家好！我也叫佐伊。
username_new*user: 两个佐伊！ And a Zoe makes three.
zoe: The rest of you may rename yourselves at any time.
ani: Բարև բոլորին։ Ես Անին եմ, Գյումրիից։
eleni: Καλημέρα! Είμαι η Ελένη από τον Βόλο. Διαβάζω μόνο δίπλα στη θάλασσα.
oksana: Привіт усім! Я Оксана, читаю в трамваї і часто проїжджаю свою зупинку.
mila: Здраво! Ја сам Мила, из Новог Сада.
aigerim: Сәлем! Мен Айгеріммін, Алматыданмын 🏔️
layla: أهلًا بالجميع! أنا ليلى من عمّان، وأطبخ أكثر مما أقرأ.
noa: שלום לכולם! אני נועה מחיפה.
dariush: سلام! من داریوش هستم، از شیراز. بیشتر شعر می\u200cخوانم.
arjun: नमस्ते! मैं अर्जुन, पुणे से। दिन में कोड, रात में किताबें।
rafi: সবাইকে শুভেচ্ছা! আমি রফিক, সিলেট থেকে।
kavitha: வணக்கம்! நான் கவிதா, மதுரையிலிருந்து.
somchai: สวัสดีครับ ผมสมชาย จากเชียงใหม่
haruka: はじめまして、はるかです。よろしくお願いします！
minjun: 안녕하세요! 민준입니다. 부산에 살아요.
hirut: ሰላም ለሁላችሁ! ሂሩት ነኝ፣ ከአዲስ አበባ።
sophea: សួស្តី! ខ្ញុំឈ្មោះសុភា មកពីសៀមរាប។
linh: Chào mọi người! Mình là Linh, ở Đà Nẵng.
agnieszka: Cześć! Agnieszka z Gdańska. Audiobooki też się liczą, prawda?
zoe: They count double if you do the voices.
thordis: Góðan daginn! Ég heiti Þórdís og bý á Akureyri. I have goats. 🐐
chloe: Salut ! Moi c’est Chloé, de Nantes.
lukas: Ahoj! Lukáš z Brna. I only read books with maps in them.
ayse: Merhaba! Ben Ayşe, İzmir’den.
maeve: Fáilte romhaibh! Maeve, Galway. I read poems to the cat. He is not impressed.
ngozi: Ndewo! Ngọzi, from Enugu. Crime novels, please.
robin: Just looking for now 👀
`)

const bookClub = talk(`
zoe: Good morning, readers! ☀️
zoe: So, which chapter are we on?
omar: Seven. I may have read ahead.
nino: Omar has always read ahead
omar: Only to chapter twelve 😇
lukas: Twelve! There is a map in twelve, isn’t there. Don’t tell me. Tell me.
omar: There is a map.
lukas: 🗺️❤️
zoe: Spoiler rules, you two! Nothing after chapter 8 before Thursday.
eleni: Κεφάλαιο πέντε εδώ. I read slowly, because I keep looking at the sea.
hirut: I finished six last night and then could not sleep. All those letters!
mateo: Chapter 5, on the bus, in Spanish. The goat is called “Almirante” and I laughed out loud.
thordis: The goat is the most realistic character. I say this as an owner of goats.
agnieszka: The narrator of the audiobook does the goat too. Very seriously.
nino: 🐐
zoe: First question for the week, then: who do you think writes the letters?
arjun: Theory A: Ida herself, and she forgets. Chapter 7 says it is her own hand.
arjun: Theory B: the lighthouse.
maeve: Theory B, please. A house of paper ought to be able to write.
lukas: Theory C: the goat.
thordis: A goat would eat them.
haruka: 日本語版では、手紙の文体が少しずつ古くなっていきます。英語でもそうですか？
zoe: Oh! I had not noticed. Can somebody say that in English for the others?
username_new*user: Haruka says that in the Japanese edition the style of the letters grows older from one to the next. Is it so in English?
omar: Yes! The first says “hi”, the one in chapter 7 says “I remain, as ever, your faithful friend”.
haruka: なるほど！ありがとうございます 🙏
hirut: So the letters go backwards in time?
maeve: Or the writer does.
nino: ok now I cannot sleep either
佐伊: 中文版里，第一封信用的是简体字，第七章那封用的是繁体字。译者真聪明！
username_new*user: And in Chinese the letters move from simplified to traditional characters. Clever translator.
zoe: This is exactly why I wanted a club and not just a book.
kavitha: Late to the party, what did I miss?
rafi: Everybody suspects a goat
kavitha: Reasonable.
oksana: Я на п’ятому розділі й уже двічі проїхала свою зупинку.
oksana: (Missed my stop twice because of chapter five.)
arjun: Has anybody else counted the stairs? 412 in chapter 2, 411 in chapter 6.
lukas: A mistake of the author?
arjun: In a book about somebody who counts stairs every day?
eleni: Maybe one was made of paper.
maeve: Eleni 😮
zoe: I had to put the book down for a minute after reading that.
mateo: I went to our lighthouse here and counted. 64. Nobody wrote me a letter.
+ image 284113 lighthouse in the fog.jpg
= {"width":1600,"height":1067}
nino: Dear Mateo, hi! 💌
mateo: Now I am the mysterious one.
joao: Que foto linda! Is it always that foggy?
mateo: Every morning until ten. Then it is only cloudy.
chloe: Question about chapter 6: why does Tomas row at night, if he is afraid of water?
hirut: I think he is more afraid of being seen.
chloe: Ah. Yes. That is sad, and better.
rafi: হয়তো ও শুধু ইদার আলোটা দেখতে চায়।
rafi: Or he only wants to see her light, I mean.
zoe: Adding both to the list for Thursday. 📝
minjun: 6장 마지막 문장이 정말 좋았어요. “늦은 사람에게도 불은 켜져 있다.”
linh: What does it say?
minjun: “The light is on for those who are late, too.” Roughly.
linh: Mình thích câu này quá!
omar: In Arabic it is even shorter: «الضوء لا ينتظر، لكنه لا ينطفئ». The light does not wait, but it does not go out.
dariush: در فارسی هم همین\u200cطور است؛ یک مصراع کامل شده.
dariush: In Persian it became a perfect half-line of verse. The translator must be a poet.
maeve: Collecting all of these for poetry night.
noa: מישהי יודעת אם יש תרגום לעברית?
noa: (Is there a Hebrew translation? I am reading the English one with a dictionary.)
omar: Not yet, but I can lend you my annotated copy. The margins are half of the fun.
noa: תודה! With pleasure.
wei: 我看到第四章，请不要剧透 😂
佐伊: 放心，山羊没事。
wei: 什么山羊？！
佐伊: ……
lukas: I used a translator on that, and I want to apologise to Wei on behalf of the goat.
thordis: Long thought, sorry in advance:
|
| 1. Ida trims the lamp every evening at the same minute, but the minute is never named.
| 2. Each letter begins with the weather, and it is always tomorrow’s.
| 3. The Admiral is only ever outside when a letter arrives.
|
| So I think that the letters are carried by somebody whom only the goat can see. I have met goats who looked at nothing with great attention. It is a known thing.
nino: “It is a known thing” 😂
arjun: Point 2 is right, I checked. Every single letter.
zoe: Þórdís, you open the discussion on Thursday. No way around it.
thordis: Allt í lagi! The goats will be so proud.
somchai: ผมเพิ่งอ่านบทที่ 7 จบ ขนลุกเลยครับ
somchai: Just finished 7. Goosebumps.
linh: Me too, and on a hot day.
ngozi: As the crime reader here: who *profits* from the letters? Nobody has asked that yet.
kavitha: The post office?
ngozi: Ha! But seriously. In chapter 5 the harbour master has a drawer that is always locked.
lukas: I did wonder about the drawer.
ngozi: Always look at the drawer.
oksana: Згодна. The drawer squeaks in chapter 5, and does not in chapter 8. Somebody oiled it!
ngozi: OKSANA. Yes. That is evidence.
hirut: This club is better than the book, and the book is very good.
zoe: Here are the questions of the publisher, in case anybody wants them: https://example.com/paper-lighthouse/questions
rafi: Question 4 is just “Why the goat?”
thordis: Finally, serious criticism.
davit: Ես նոր սկսեցի։ Can I still join on Thursday if I only reach chapter 4?
zoe: Of course! We have tea for all who are late. And the light is on.
davit: 🕯️
aigerim: What time is Thursday for Almaty? I always get it wrong.
arjun: 19:00 UTC is midnight for you, I am afraid.
aigerim: Perfect. That is when I read anyway 🌙
haruka: 日本は朝の4時です…がんばります ☕
zoe: Haruka, no! We will write everything down for you.
haruka: いいえ、楽しみです！
nadeesha: I made a list of all the birds in the book, if that helps anyone.
+ file 18220 birds of the paper lighthouse.pdf
eleni: It helps me more than you can know. What is the grey one in chapter 3?
nadeesha: A shearwater. They only come to land at night, like Tomas.
eleni: ΝΑΙ!
agnieszka: Twenty-one kinds of birds, and one goat.
joao: Tchau, all! I leave this room for the mystery club on Thursdays. It was lovely, and it was the harbour master.
zoe: We will miss you, João! Come back when it turns out to be the goat.
さくら: 挿絵を描いてみました。灯台とヤギです 🎨
+ image 512870 灯台とヤギ.png
= {"width":1200,"height":1200}
maeve: This is going on my wall. May I?
さくら: もちろんです！
nino: the goat’s FACE
thordis: That is exactly how they look at nothing.
omar: I have just reread chapter 7. The handwriting is Ida’s, but the spelling is not.
arjun: Theory D: somebody taught Ida to write.
hirut: Oh. Oh no. Her mother?
zoe: Stop, stop, stop! Save it for Thursday 🙈
omar: I said nothing. I have also said nothing about the map.
lukas: THE MAP
zoe: Next book, by the way: send me your wishes until Sunday. One each. Omar, *one*.
omar: A trilogy is one.
zoe: See you on Thursday, 19:00. Bring tea, your theories, and a page you would read aloud. 📖
omar: 👍🏽
nino: 👩🏽‍🚀
mateo: ¡Nos vemos el jueves!
`)

const languageCafe = talk(`
佐伊: Today’s question: how do you say “just one more page” at one in the morning?
佐伊: 再看一页就睡。
eleni: Μία σελίδα ακόμα.
ani: Մի էջ էլ ու վերջ։
nino: კიდევ ერთი გვერდი და დავიძინებ.
haruka: あと一ページだけ。
minjun: 딱 한 페이지만 더.
arjun: बस एक पन्ना और।
omar: صفحة واحدة بعد.
noa: רק עוד עמוד אחד.
dariush: فقط یک صفحهٔ دیگر.
agnieszka: Jeszcze tylko jedna strona.
thordis: Bara eina síðu enn.
ayse: Bir sayfa daha, söz. “Söz” means “I promise”, and it is never true.
linh: Một trang nữa thôi.
somchai: อีกหน้าเดียว
kavitha: இன்னும் ஒரே ஒரு பக்கம்.
rafi: আর মাত্র এক পাতা।
hirut: አንድ ገጽ ብቻ።
aigerim: Тағы бір бет қана.
lukas: Ještě jednu stránku. And then, at three: “ještě jednu kapitolu”.
joao: Só mais uma página.
nadeesha: තව එක පිටුවක් විතරයි.
maeve: Leathanach amháin eile.
佐伊: Beautiful. Twenty-four languages, one lie.
haruka: 日本語には「積ん読」という言葉もあります。Buying books and piling them up, unread.
chloe: We needed that word in French. We have the piles already.
linh: A riddle: “e\u0302\u0301” and “ế” look the same. Which one has three parts?
arjun: The first! e, then a hat, then an accent. My search box learnt that the hard way.
haruka: 「が」と「か\u3099」も同じです 😄
noa: And how do you all laugh in writing? חחחחח here.
omar: ههههه
somchai: 55555, since five is “ha” in Thai
minjun: ㅋㅋㅋㅋㅋ
joao: rsrsrs, or kkkk
nino: ჰაჰაჰა, ordinary, but sincere
`)

const kitchenTable = talk(`
layla: What is everybody cooking this week? It is lentil weather here.
oksana: Borshch, for three days at least
agnieszka: Pierogi! My grandmother counts them, so nobody can steal one.
nino: khinkali. you count the tails on your plate, that is the whole point
minjun: 만두!
haruka: 餃子！
wei: 饺子！
arjun: मोमो! Does everybody have a dumpling?
layla: I believe that everybody has a dumpling. It is what we have in common. 🥟
thordis: We have none. We have soup with lumps. It was not meant to be like that.
layla: Lumps count.
chloe: Layla, could you write down the soup from last week? The one that made Omar quiet.
omar: I was thinking. About the soup.
layla: Of course:
|
| Lentil soup for four
| • 300 g red lentils, washed until the water is clear
| • 1 onion, 2 carrots, 4 cloves of garlic
| • 1 spoon of cumin, a little turmeric
| • 1.2 l water, salt, the juice of a lemon
|
| Fry the onion slowly, slower than you want to. Add the rest, but not the lemon. 25 minutes. Blend it. Then the lemon, off the fire.
|
| صحتين! 🍋
chloe: Merci !! ½ lemon or a whole one?
layla: Taste it. The answer is always “a whole one”.
kavitha: I add curry leaves at the end. 🌿
meera: And I a spoon of ghee. Sorry, two.
dariush: نوش جان! با نان تازه بهتر است.
ngozi: How hot is it? I ask for my pepper collection.
layla: Not at all. You may fix that.
ngozi: I will 🌶️🌶️🌶️
linh: Made it with coconut milk, because that is what I had. No regrets.
+ image 198400 súp đậu lăng.jpg
somchai: หิวเลยครับ (now I am hungry)
mateo: It is two in the morning here and I am washing lentils. Thank you, all of you.
zoe: Report back, Mateo!
mateo: 10/10. The cat also wants some. The cat may not have garlic, so the cat is offended.
maeve: 👨🏽‍🍳
`)

const codeCorner = talk(`
arjun: For those who both read and code: how do you sort your shelf?
lukas: By title, without “The”. I am not a monster.
thordis: In Icelandic we sort people by first name. Þ comes nearly last, so I always wait.
arjun: This does it for most of us:
| \`\`\`js
| const { compare } = new Intl.Collator('is', { numeric: true })
| shelf.sort((one, other) => compare(one.title, other.title))
| \`\`\`
thordis: Þ after Z! It knows! 🎉
minjun: And “Volume 10” after “Volume 9”, thanks to \`numeric\`.
ayse: One warning from Turkey: \`'I'.toLowerCase()\` is not what my surname needs. It is \`'I'.toLocaleLowerCase('tr')\`.
arjun: Yıldırım, the best test case that I know.
wei: How long is 👩‍👩‍👧‍👦?
arjun: \`'👩‍👩‍👧‍👦'.length\` is 11. As code points 7. To a reader 1.
lukas: So our review widget cuts a family of four in half after 280 “characters”?
arjun: It did until Tuesday. We do not speak of it.
noa: My bug of the week: a title with English *and* Hebrew, and the full stop jumps to the wrong end.
omar: \`dir="auto"\` on the element, and your evening is free.
noa: עבד! תודה :)
haruka: 「ファイル名に絵文字」も忘れないでください。
username_new*user: I am a walking test suite. There is an asterisk in my username, and two scripts and a party in my name.
arjun: We know. You found four bugs just by signing up.
username_new*user: 🎉
minjun: <b>Is this bold?</b> Good, it is not.
lukas: Salt & pepper's "quotes" \\ backslashes: 100 % fine.
arjun: Long addresses must wrap, too: https://example.com/shelves/reading/2026/january/the-paper-lighthouse?chapter=7&note=her-own-hand#who-writes-the-letters
joao: Is there a way to read code on a telephone without crying?
arjun: Not yet.
`)

const weekendWalks = talk(`
thordis: Sun at last, for three hours! Show me your walks. 📷
+ image 845221 Eyjafjörður.jpg
= {"width":2048,"height":1365}
aigerim: Алматы таулары, this morning, −12 °C and not a cloud.
+ image 911034 таулар.jpg
+ image 764120 шай.jpg
eleni: And I complained about the wind in Volos!
frames_4_less: FRAMES! FRAMES! FRAMES! https://example.com/frames
thordis: Not here, thank you.
frames_4_less: BEST FRAMES for your goat photos!!!
thordis: I am almost tempted. But no.
frames_4_more: Hi all, I am new here and love walking. FRAMES!
thordis: Hello, new person. Goodbye, new person.
eleni: Walk on Saturday: Makrinitsa down to the sea, about 9 km. Who is near?
zoe: I could take the early bus. Is it steep?
eleni: Only in one direction 😄 We go down.
+ file 40960 makrinitsa.gpx
zoe: I’m in. What do I bring?
eleni: Shoes, water, a book for the beach. I bring spanakopita.
joao: From far away: enjoy! Send photos of the spanakopita.
rafi: And of the sea. But first of the spanakopita.
somchai: ที่นี่หมอกลงครับ Fog in Chiang Mai, but the good kind.
+ image 402118 หมอกเช้า.jpg
hirut: Looks like chapter 8.
`)

const teaHouse = talk(`
username_new*user: Դուռը բաց է։ 门开着。 The door is open. 🍵
佐伊: 今天喝什么茶？
username_new*user: Ուրց, սարերից։ Thyme, from the mountains.
ani: Ինձ էլ մի բաժակ, խնդրում եմ։
ayse: Çay, in a small glass, and then another one.
rafi: দুধ চা, obviously. With ginger.
佐伊: 茉莉花茶 🌼
hirut: Here it is coffee, roasted while you wait. May I stay?
username_new*user: You may. Նստիր։ 请坐。
hirut: ☕
dariush: چای با هل، و یک غزل.
+ image 88213 چای.jpg
ani: Որքա՜ն լավ է այստեղ։
`)

const moderators = talk(`
zoe: Quiet week so far. Anything I should know?
thordis: An advertiser in the walks, twice. Warned once, then blocked. I did keep the link to look at frames for goats.
omar: That is called research.
nino: should we delete the three messages, or leave them as a monument?
zoe: Leave them for now, they are harmless.
username_new*user: Robin asked me if guests may write. Shall I make Robin a participant in the club?
zoe: Let us ask Robin on Thursday. Some people just like to listen.
nino: same, honestly
omar: You wrote eleven messages today.
nino: I listened in between
zoe: Thank you, all three of you. This place runs on you, and on tea. 🫖
`)

const surprise = talk(`
nino: ok. Omar turns 40 on the 17th and he must NOT know. 🤫
zoe: He reads ahead in everything. We have to be careful.
layla: I make the cake. Pistachio, three floors.
lukas: I draw the map! A treasure hunt, obviously. It ends at the bookshop.
maeve: I write the clues, in verse.
| Where paper sleeps and nobody is loud,
| look left of L, and right beneath the cloud.
nino: “the cloud” is the damp spot on the ceiling, isn’t it
maeve: All great poetry is about damp.
mateo: I cannot be there, so I send a video with the sea in it. ¿Cuántos minutos?
zoe: Two! You said that last time, and it was forty.
mateo: It is a long sea.
arjun: Budget so far:
| cake      45
| map        0  (Lukáš insists)
| bookshop  60
| candles   12
| ----------
| total    117
hirut: I bring the candles, so it is 105 and a hug.
layla: Does he suspect anything?
zoe: He asked me today why everybody is being so nice to him.
nino: I can be less nice. leave it to me
zoe: Nino is our only professional.
lukas: First draft. Please nobody show this on a big screen.
+ image 330912 treasure map (draft).png
maeve: There is a goat in the corner!
lukas: There is always a goat in the corner.
`)

const translators = talk(`
ani: Let us settle the title first. Թղթե փարոսը՞։
eleni: Ο χάρτινος φάρος. Easy, nearly the same word as yours.
nino: ქაღალდის შუქურა
佐伊: 纸灯塔，三个字。
haruka: 『紙の灯台』
ani: 紙 and 纸 are one character, right? Only drawn differently?
佐伊: Same word, one stroke apart in spirit.
davit: How do we treat “To whoever is late”? In Armenian I need to know if it is one person, or many.
username_new*user: Նրան, ով ուշանում է։ One. It has to be one, I think.
eleni: In Greek too: «Σε όποιον αργεί». But that is a man. «Σε όποια αργεί» is a woman. Hmm.
nino: Georgian has no gender, I am on holiday 🏖️
eleni: I envy you with all my heart.
haruka: 日本語は「遅れる人へ」です。一人でも、大勢でも。
ani: Sheet with all the terms, please add yours. Columns by language.
+ file 73728 Գլուխ 第一章 📖.pdf
= {"scripts":["Armn","Grek","Geor","Hans","Jpan"]}
davit: Added 14. “Goat” was the easiest.
佐伊: 山羊 · այծ · κατσίκα · თხა · ヤギ 🐐
`)

const zoeAndOmar = talk(`
omar: Are you awake?
zoe: It is two in the afternoon, Omar
omar: I have finished it.
zoe: OF COURSE YOU HAVE
omar: I will say nothing. I only need somebody to know that I am sitting in a tram and crying.
zoe: Because of the goat?
omar: I will say nothing.
zoe: …is the goat all right?
omar: Zoe. Read.
zoe: I am on page 180, and I have no friends. Do you want coffee?
omar: دائمًا ☕
zoe: The place with the bad chairs, 17:30?
omar: The chairs are part of it. Yes.
zoe: I bring back your dictionary, too.
omar: That dictionary has been away for three years. It will not know me any more.
zoe: It speaks of you often.
omar: One thing. Why is everybody so nice to me this week?
zoe: You are a lovable person?
omar: Nino brought me *biscuits*.
zoe: Strange. Maybe they were old.
omar: They were old, now that you say it.
zoe: See? 😌
omar: On my way. The tram stands still, as always.
+ image 154221 tram.jpg
zoe: I keep you a bad chair.
`)

const zoeAndZoya = talk(`
username_new*user: Hello, other Zoe! Do you have the list of languages from the welcome room?
zoe: Hello, other other Zoe! Here it is.
+ file 2048 username_new*user Բարեւ 你好 🎉.txt
username_new*user: Շնորհակալություն! 谢谢! It has my whole name in it, asterisk and all.
zoe: I copied it letter by letter. My keyboard fainted twice.
username_new*user: 😂
zoe: Why the asterisk, actually?
username_new*user: I was asked for a “special character”. I thought they meant me.
`)

const minjunAndLinh = talk(`
minjun: 오늘 수프 사진 봤어요. 코코넛 밀크!
linh: 감사합니다! Did I spell it right?
minjun: Perfect. Mình cũng đang học tiếng Việt.
linh: Ôi giỏi quá! 👏
minjun: 번역기 아니에요, 진짜예요 ㅋㅋ
`)

// The examples of the OpenAPI document: what they read, change and delete exists.
const founding = '2020-12-24T07:55:11.689Z'
const firstQuestion = { from: 'zoe', body: 'Which chapter are we on?', type: 'text' }
const founded: SeedMessage[] = [
  {
    ...firstQuestion,
    id: '101437428530810881',
    metadata: '{"mood":"curious"}',
    attachments: [
      {
        name: 'Chapter 1.pdf',
        type: 'file',
        meta: '{"pages":12}',
        url: 'https://cdn.example.com/chapter-1.pdf',
        size: 48213,
      },
    ],
  },
  { ...firstQuestion, id: '101437428530810882' },
  {
    from: 'zoe',
    body: 'Twice, it seems. Here is the wrong map, too.',
    type: 'text',
    id: '101437428530810883',
    attachments: [{ name: 'map.pdf', type: 'file', url: 'https://cdn.example.com/map.pdf', size: 9120 }],
  },
]

const [, participant] = defaultRoles

/**
 * A community of readers to start a sandbox with: people with names in many scripts, their channels and their talk.
 *
 * @example
 * ```ts
 * import { createSandbox } from 'sceyt-platform/sandbox'
 * import { demo } from 'sceyt-platform/sandbox/demo'
 *
 * const sceyt = createSceyt(createSandbox({ seed: demo }).connection())
 * console.log((await sceyt.application.get()).name) // Book lovers
 * ```
 */
export const demo: Seed = {
  start: '2026-01-05T09:00:00Z',
  application: { name: 'Book lovers' },
  roles: [
    {
      id: 7,
      name: 'Moderator',
      description: 'Keeps the talk civil',
      priority: 40,
      permissions: [
        ...participant.permissions,
        permissions['Kick Member'],
        permissions['Kick and Block Member'],
        permissions['Edit any Message'],
        permissions['Delete any Message'],
        permissions['Delete any Reaction'],
      ],
    },
    {
      id: 8,
      name: host,
      description: 'Hosts the channel together with its owner',
      priority: 60,
      permissions: [
        ...participant.permissions,
        permissions['Edit Channel'],
        permissions['Kick Member'],
        permissions['Delete any Message'],
      ],
    },
    {
      id: 9,
      name: 'Guest',
      description: 'Reads, and does not write',
      priority: 1,
      permissions: [permissions['Add Message Reaction'], permissions['Delete Own Message Reaction']],
    },
    { id: 10, name: 'Old role', description: 'No member has it', priority: 1, permissions: [] },
  ],
  channelTypes: [
    { name: 'old_type', discoverable: true, allowJoin: true, distinct: false, defaultMembershipRole: 'Participant' },
  ],
  users: people.map(([username, first_name, last_name, initials, presence_status, last_login_at]) => ({
    username,
    first_name,
    ...(last_name && { last_name }),
    avatar: picture(username, initials),
    presence_status,
    ...(last_login_at && { last_login_at }),
  })),
  channels: [
    {
      type: 'public',
      uri: 'announcements',
      subject: 'Announcements',
      label: 'news',
      metadata: '{"pinned":true}',
      avatar: picture('announcements', '📣'),
      owner: 'zoe',
      members: group('maeve shelf_bot', {
        Moderator: 'omar thordis nino',
        Guest: 'robin lukas chloe linh minjun hirut arjun eleni layla',
      }),
      messages: announcements,
    },
    {
      type: 'public',
      uri: 'welcome',
      subject: 'Welcome 👋',
      label: 'news',
      avatar: picture('welcome', '👋'),
      owner: 'zoe',
      members: group(
        'omar 佐伊 ani eleni oksana mila aigerim layla noa dariush arjun rafi kavitha somchai haruka minjun hirut sophea linh agnieszka chloe lukas ayse maeve ngozi robin',
        { Moderator: 'nino thordis', [host]: 'username_new*user' },
      ),
      messages: welcome,
    },
    {
      type: 'public',
      id: '101437428530810880',
      created_at: founding,
      uri: 'book_club',
      subject: 'Book club',
      label: 'hobby',
      metadata: '{"shelf":3,"book":"The Paper Lighthouse"}',
      avatar: picture('book_club', '📚'),
      owner: 'zoe',
      members: group(
        '佐伊 davit eleni oksana aigerim noa dariush arjun rafi kavitha nadeesha somchai wei haruka さくら minjun hirut linh agnieszka mateo chloe lukas maeve ngozi',
        { Moderator: 'omar nino thordis', [host]: 'username_new*user', Guest: 'robin' },
      ),
      messages: [...founded, ...bookClub],
    },
    {
      type: 'public',
      uri: 'language_cafe',
      subject: 'Language café · 言語カフェ · Գրական սրճարան',
      label: 'hobby',
      metadata: '{"question":"just one more page"}',
      avatar: picture('language_cafe', '文'),
      owner: '佐伊',
      members: group(
        'zoe eleni ani omar noa dariush arjun agnieszka ayse linh somchai kavitha rafi hirut aigerim lukas joao nadeesha maeve chloe minjun thordis username_new*user',
        { Moderator: 'nino', [host]: 'haruka' },
      ),
      messages: languageCafe,
    },
    {
      type: 'public',
      uri: 'kitchen_table',
      subject: 'Kitchen table · مائدة المطبخ',
      label: 'hobby',
      metadata: '{"soup":"lentil"}',
      avatar: picture('kitchen_table', '🥟'),
      owner: 'layla',
      members: group(
        'zoe omar oksana agnieszka nino minjun haruka wei arjun thordis chloe kavitha meera dariush ngozi linh somchai mateo maeve',
      ),
      messages: kitchenTable,
    },
    {
      type: 'public',
      uri: 'code_corner',
      subject: 'Code corner',
      label: 'work',
      avatar: picture('code_corner', '{}'),
      owner: 'arjun',
      members: group('zoe lukas thordis minjun ayse wei noa haruka joao username_new*user', { Moderator: 'omar' }),
      messages: codeCorner,
    },
    {
      type: 'public',
      uri: 'weekend_walks',
      subject: 'Weekend walks 📷',
      label: 'outdoors',
      metadata: '{"next":"2026-01-10"}',
      avatar: picture('weekend_walks', '🥾'),
      owner: 'thordis',
      members: group('zoe aigerim joao rafi somchai hirut', { Moderator: 'eleni' }),
      blocked: ['frames_4_less', 'frames_4_more'],
      messages: weekendWalks,
    },
    {
      type: 'public',
      uri: 'tea_house',
      subject: 'username_new*user · Թեյարան 茶馆 🍵',
      label: 'հանգիստ',
      metadata: '{"emoji":"🍵"}',
      avatar: picture('tea_house', '🍵'),
      owner: 'username_new*user',
      members: group('佐伊 ani ayse rafi hirut dariush'),
      messages: teaHouse,
    },
    {
      type: 'public',
      uri: 'poetry_night',
      subject: 'Poetry night',
      label: 'hobby',
      avatar: picture('poetry_night', '🌙'),
      owner: 'maeve',
      members: group('zoe dariush さくら', { Guest: 'robin' }),
    },
    {
      type: 'private',
      subject: 'Moderators',
      label: 'staff',
      avatar: picture('moderators', '🫖'),
      owner: 'zoe',
      members: group('', { Moderator: 'omar nino thordis', [host]: 'username_new*user' }),
      messages: moderators,
    },
    {
      type: 'private',
      subject: 'The Paper Lighthouse in our languages',
      label: 'work',
      metadata: '{"languages":["hy","el","ka","zh","ja"]}',
      avatar: picture('translators', '✍️'),
      owner: 'ani',
      members: group('eleni nino 佐伊 haruka davit', { [host]: 'username_new*user' }),
      messages: translators,
    },
    {
      type: 'private',
      subject: 'Not for Omar! 🎂',
      label: 'party',
      metadata: '{"date":"2026-01-17"}',
      avatar: picture('surprise', '🎂'),
      owner: 'nino',
      members: group('zoe layla lukas maeve mateo arjun hirut'),
      messages: surprise,
    },
    { type: 'direct', members: group('minjun linh'), messages: minjunAndLinh },
    { type: 'direct', members: group('zoe username_new*user'), messages: zoeAndZoya },
    { type: 'direct', members: group('zoe omar'), messages: zoeAndOmar },
    { type: 'private', id: '101437428530810940', created_at: founding, subject: 'Old channel', owner: 'zoe' },
  ],
  files: [
    // Greetings in ten scripts.
    {
      name: 'username_new*user Բարեւ 你好 🎉.txt',
      content:
        '1LLVodaA1aXWgtaJIM6azrHOu863zrzOrc+BzrEhIOGDkuGDkOGDm+GDkOGDoOGDr+GDneGDkeGDkCEg2YXYsdit2KjYpyEg4KSo4KSu4KS44KWN4KSk4KWHISDkvaDlpb0hIOOBk+OCk+OBq+OBoeOBryEg7JWI64WV7ZWY7IS47JqUISDwn46JCg==',
    },
    // Hello from Zoe
    { name: 'hello.txt', content: 'SGVsbG8gZnJvbSBab2UK' },
    // Old file
    { name: 'old.txt', content: 'T2xkIGZpbGUK' },
    // A heart of 8 by 8 pixels.
    {
      name: 'pixel.png',
      content:
        'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAIAQMAAAD+wSzIAAAABlBMVEX/9uayOkjut5S/AAAAGElEQVR42mNgYEhj+M/wn6GOwYZBgoEBAB4QAzcBheCFAAAAAElFTkSuQmCC',
    },
  ],
}

/** Reads talk. A line is `username: body`; below it, `|` is a further line of the body, `+` an attachment (kind, size and name) and `=` metadata of what is above. */
function talk(text: string): SeedMessage[] {
  const messages: SeedMessage[] = []
  for (const line of text.trim().split('\n')) {
    const rest = line.slice(2)
    const last = messages.at(-1)
    if (last && line.startsWith('|')) last.body += `\n${rest}`
    else if (last && line.startsWith('=')) describe(last, rest)
    else if (last && line.startsWith('+')) attach(last, rest)
    else {
      const colon = line.indexOf(': ')
      messages.push({ from: line.slice(0, colon), body: line.slice(colon + 2), type: 'text' })
    }
  }
  return messages
}

function describe(message: SeedMessage, text: string): void {
  const attachment = message.attachments?.at(-1)
  if (attachment) attachment.meta = text
  else message.metadata = text
}

function attach(message: SeedMessage, text: string): void {
  const [type = '', size, ...words] = text.split(' ')
  const name = words.join(' ')
  message.attachments = [
    ...(message.attachments ?? []),
    { name, type, url: `https://cdn.example.com/${encodeURIComponent(name)}`, size: Number(size) },
  ]
}

/** Members by username, in a text with spaces between them: first those without a role, then those with one. */
function group(usernames: string, others: Record<string, string> = {}): NonNullable<SeedChannel['members']> {
  const participants = usernames.split(' ').filter(Boolean)
  return [
    ...participants.map((username) => ({ username })),
    ...Object.entries(others).flatMap(([role, names]) => names.split(' ').map((username) => ({ username, role }))),
  ]
}

/** A picture that needs no network: letters on a colour that follows from the name. */
function picture(name: string, letters: string): string {
  let hue = 0
  for (const character of name) hue = (hue * 31 + (character.codePointAt(0) ?? 0)) % 360
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path fill="hsl(${hue},40%,33%)" d="M0 0h9v9H0"/><text x="4.5" y="5.8" font-size="3.8" font-family="sans-serif" text-anchor="middle" fill="#fff">${letters}</text></svg>`
  // Brackets would end the url() of a style sheet.
  return `data:image/svg+xml,${encodeURIComponent(svg).replaceAll('(', '%28').replaceAll(')', '%29')}`
}
