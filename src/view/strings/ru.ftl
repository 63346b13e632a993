# Интерфейс по-русски. __жирный__ и `код` — начертания. Ключи во всех языках одни и те же.

language-name = Русский
on = вкл
off = выкл

## Даты

month-1 = янв
month-2 = фев
month-3 = мар
month-4 = апр
month-5 = мая
month-6 = июн
month-7 = июл
month-8 = авг
month-9 = сен
month-10 = окт
month-11 = ноя
month-12 = дек
month-name-1 = январь
month-name-2 = февраль
month-name-3 = март
month-name-4 = апрель
month-name-5 = май
month-name-6 = июнь
month-name-7 = июль
month-name-8 = август
month-name-9 = сентябрь
month-name-10 = октябрь
month-name-11 = ноябрь
month-name-12 = декабрь
weekday-1 = пн
weekday-2 = вт
weekday-3 = ср
weekday-4 = чт
weekday-5 = пт
weekday-6 = сб
weekday-7 = вс
day-month = { $day } { $month }
day-year = { $day } { $year }
date-time = { $day }, { $time }
weekday-date = { $weekday } { $date }
every-day = ежедневно
list-and = { $first } и { $last }
weekday-time = { $weekday } { $time }

## Счёт

count-stories = { $count ->
    [one] { $count } сюжет
    [few] { $count } сюжета
   *[many] { $count } сюжетов
}
count-articles-from = { $count ->
    [one] { $count } статьи
   *[many] { $count } статей
}
count-feeds = { $count ->
    [one] { $count } лента
    [few] { $count } ленты
   *[many] { $count } лент
}
count-articles = { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
count-failing = { $count ->
    [one] { $count } не отвечает
   *[many] { $count } не отвечают
}
count-quotes = { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
   *[many] { $count } цитат
}
a-day = { $count ->
    [one] { $count } запись в день
    [few] { $count } записи в день
   *[many] { $count } записей в день
}
newest = последняя { $when }

## Карточка

in-marks = «{ $words }»
card-also = также { $names }
no-headline = (без заголовка)
updated = обновлено в { $time }
unnamed-source = неназванный источник
speaker-unknown = автор слов не распознан
partial = Фрагмент
speaker-on-other = { $speaker } передаёт чужие слова; их автор — { $other }
in-the-text = (в тексте: «{ $words }»)
evidence-all = { $shown ->
    [one] показана { $shown } цитата
    [few] показаны { $shown } цитаты
   *[many] показано { $shown } цитат
}
evidence-none-shown = { $found ->
    [one] { $found } цитата, здесь не показана
    [few] { $found } цитаты, здесь не показаны
   *[many] { $found } цитат, здесь не показаны
}
evidence-some = { $shown ->
    [one] показана { $shown } цитата из { $found }
    [few] показаны { $shown } цитаты из { $found }
   *[many] показано { $shown } цитат из { $found }
}
evidence-match = { $count ->
    [one] она совпадает со статьёй слово в слово
    [2] обе совпадают со статьёй слово в слово
   *[many] все совпадают со статьёй слово в слово
}
evidence-match-data = { $count ->
    [one] она совпадает с данными страницы слово в слово
    [2] обе совпадают с данными страницы слово в слово
   *[many] все совпадают с данными страницы слово в слово
}
evidence-unmatched = { $count ->
    [one] { $count } опущена: её нет в статье слово в слово
   *[many] { $count } опущено: их нет в статье слово в слово
}
evidence-in-quotes = без пересказа: суть — в цитатах
evidence-extractive = пересказ: предложения из статьи
evidence-model = пересказ: модель { $model }, сверено со статьёй
evidence-translated = пересказ: предложения статьи в переводе модели { $model }, сверены с оригиналом
quote-translation = Перевод модели { $model }: { $words }
machine-translation = Машинный перевод без сети ({ $model }): { $words }
machine-translation-none = Надёжного перевода нет
evidence-feed = пересказ: только описание из ленты
evidence-feed-paywall = статья платная; пересказ: описание из ленты
evidence-none = без пересказа: слишком мало текста
evidence-text-from-feed = текст из ленты, не со страницы
evidence-unshown = текст из данных страницы, на ней самой его не видно
evidence-in-part = прочитано не до конца: это заняло бы слишком много времени
evidence-paywall = статья платная, открыто только начало
read = читать
read-it = Читать статью
read-at = Читать на { $link }
links-to = Лента ссылается на { $link }
button-all-quotes = Все цитаты
button-other-sources = Ещё источники: { $count }
button-cite = Цитировать
button-mute = Заглушить ленту

## Владельцы

ownership-state-controlled = под контролем государства
ownership-state-linked = близкое к государству
ownership-think-tank = исследовательский центр
ownership-state-funded = финансируется государством
ownership-public-broadcaster = общественный вещатель
ownership-privately-owned = частное
ownership-government = правительственное
ownership-party-owned = партийное
ownership-non-profit = некоммерческое
ownership-cooperative = кооператив
ownership-intergovernmental = межправительственная организация

## Дайджест

digest-title = Внешнеполитический дайджест
digest-since = с { $since }
digest-facts = { $stories } из { $articles }, { $feeds }
digest-nothing-new = Ничего нового.
digest-held = { $count ->
    [one] { $count } статья ждала конца тихих часов и вошла сюда.
    [few] { $count } статьи ждали конца тихих часов и вошли сюда.
   *[many] { $count } статей ждали конца тихих часов и вошли сюда.
}
digest-late = Дайджест опоздал: в назначенное время я был недоступен.
digest-model-spent = Дневной лимит языковой модели исчерпан: пересказ — предложениями из статей.
digest-by-model = Пересказ: модель { $model }, сверено со статьями.
digest-state-only = Об этом сообщает только одно издание под контролем государства.
digest-further = Ещё: { $headlines }
digest-more = { $count ->
    [one] __Ещё { $count } заголовок__
    [few] __Ещё { $count } заголовка__
   *[many] __Ещё { $count } заголовков__
}
feeds-failing = Не отвечают: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}; почему — /feeds.
digest-no-connection = { $count ->
    [one] Лента не отвечает: похоже, у меня нет связи с интернетом.
   *[other] Ни одна лента из { $count } не отвечает: похоже, у меня нет связи с интернетом.
} Продолжаю пробовать.
button-last-digest = Прошлый дайджест
button-review = Обзор прессы
button-full-digest = Дайджест целиком
button-page = Стр. { $page } из { $pages }
button-page-before = ‹ Назад
button-page-after = Дальше ›


## Списки

list-head = __{ $feed }__ · новых: { $count }
said-others = и ещё { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
quotes-head = __{ $who }__ · { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
   *[many] { $count } цитат
}
quotes-head-more = __{ $who }__ · последние { $count } цитат, это не все
pasted-headline = Ваш текст
pasted-quotes-head = __Ваш текст__ · { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
   *[many] { $count } цитат
}
article-quotes-head = { $headline } · { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
   *[many] { $count } цитат
}
search-head = «{ $words }» · { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
search-head-more = «{ $words }» · больше { $count } статей

## Ленты

feeds-none = Лент пока нет. Пришлите /sub и адрес сайта или ленты, например `/sub tass.ru`, или возьмите готовый набор.
feeds-hint = Нажмите на ленту, чтобы её изменить.
mode-digest = в дайджест
mode-instant = сразу
mode-both = сразу и в дайджест
feed-mode = Присылать: { $mode } (как в /settings)
feed-mode-own = Присылать: { $mode }
feed-topic = Тема: { $topic }
topic-general = Общая
topic-number = тема № { $number }
feed-private = закрытая: статьи видны только в чатах, которые на неё подписаны
feed-paused = На паузе.
feed-paused-short = на паузе
feed-filter = Только статьи со словами: { $words }
feed-filter-how = Только статьи с нужными словами: `/feeds { $number } filter зерно пшеница`
feed-unread = Последнюю статью прочесть не удалось: { $reason }
feed-unread-short = последнюю статью прочесть не удалось
feed-newest = Последняя: { $headline } ({ $when })
feed-kept = { $count ->
    [one] Сохранена { $count } статья
    [few] Сохранены { $count } статьи
   *[many] Сохранено { $count } статей
}
feed-failing = __{ $feed }__ уже сутки не отвечает как положено: { $reason }. Пробую дальше; статью можно прислать мне и текстом.
feed-gone = __{ $feed }__ больше не существует: { $reason }. Я её больше не запрашиваю.
feed-failing-in = На неё подписан чат «{ $chat }».
failing-next = { $reason }. Следующая попытка { $when }.
candidates = На { $site } { $count ->
    [one] нашлась { $count } лента
    [few] нашлись { $count } ленты
   *[many] нашлось { $count } лент
}. Какую взять?
sample-head = Слежу за лентой __{ $feed }__. Новые статьи приходят { $mode }; карточка выглядит так:
told-digest = в дайджесте
told-instant = сразу
told-both = сразу и ещё раз в дайджесте
button-digest-only = Только в дайджест
button-at-once = Сразу
button-both = И то и другое
button-as-chat = Как в /settings
button-pause = Пауза
button-resume = Продолжить
button-last-five = Последние 5
button-undo = Отменить
button-remove = Удалить
button-try-now = Проверить сейчас
button-look = Искать новый адрес
button-here = Перенести в эту тему
button-back-to-feeds = ‹ Ленты

## Настройки

settings-title = Настройки
settings-paused = Всё на паузе. Продолжить — /start.
settings-hint = У вас сейчас { $time }. Нажмите на строку или напишите: `/settings digest 08:00 18:30`
setting-digest = Дайджест
setting-digest-how = До четырёх раз в день: `/settings digest 08:00 18:30`, только по будням — `/settings digest пн-пт 08:00`, не присылать — `off`.
setting-zone = Часовой пояс
setting-zone-how = Город, пояс или сдвиг: `/settings zone Москва`, `/settings zone Europe/Moscow`, `/settings zone +3`
setting-mode = Новые статьи
setting-mode-how = Как приходят новые статьи: в дайджесте, сразу или обоими способами. Действует для всех лент, кроме тех, для которых в /feeds выбрано другое.
mode-kept = { $count ->
    [one] { $count } лента остаётся, как вы для неё выбрали; изменить — /feeds.
    [few] { $count } ленты остаются, как вы для них выбрали; изменить — /feeds.
   *[many] { $count } лент остаются, как вы для них выбрали; изменить — /feeds.
}
setting-quotes = Цитат на карточке
setting-quotes-how = Сколько цитат на карточке, от 0 до 10: `/settings quotes 3`
setting-quiet = Тихие часы
setting-quiet-how = В эти часы ничего не приходит, всё ждёт дайджеста: `/settings quiet 23:00-07:00`, отменить — `off`.
setting-language = Язык
setting-language-how = Язык кнопок и сообщений. Статьи и цитаты остаются на языке оригинала.
setting-summary = Пересказ
setting-summary-how = Предложениями из статьи или текстом языковой модели, сверенным со статьёй, — если оператор её подключил.
setting-empty = Пустой дайджест
setting-empty-how = Присылать ли дайджест, если нового нет.
setting-read = Читаю
setting-read-how = Под цитатами на других языках стоит машинный перевод на первый из этих языков, для которого у оператора есть модель, с пометкой: `/settings read en,ru` или `off`.
summary-extractive = предложения из статьи
summary-llm = текст языковой модели
button-back-to-settings = ‹ Настройки
button-right = Верно
button-other-zone = Другой пояс
zone-confirm = Часовой пояс: __{ $zone }__. У вас сейчас { $time } — верно?

## Начало, справка, данные

start = Я пресс-атташе. Читаю новости внешней политики, которые вы выбрали, и коротко рассказываю, что произошло и кто что сказал — слово в слово.

    Попробуйте: пришлите ссылку на любую статью.

    { $digest } Остальное — /help.
start-in-group = Я пресс-атташе. Читаю новости внешней политики, которые выбрала группа, и коротко рассказываю, что произошло и кто что сказал — слово в слово.

    __Спросить__ может каждый: напишите @{ $bot } и ссылку или имя, можно в ответ на сообщение; или /summary, /quotes, /search, /digest. __Администраторы__ выбирают ленты через /sub, время — через /settings.

    { $digest } Остальное — /help.
start-in-forum = У каждой темы свои ленты и время: отправляйте /sub в той теме, для которой лента.
start-digest-here = Дайджест здесь: { $digest }.
start-digest = Дайджест: { $digest }. Изменить — /settings.
start-no-digest = Дайджеста здесь пока нет: он появится с первой лентой (/sub), изменить — /settings.
button-starter-sets = Готовый набор лент
button-add-feed = Добавить ленту
button-digest-time = Время дайджеста
help = __Что я умею__
    /sub сайт или лента · подписаться
    /feeds ваши ленты, /unsub — отписаться
    /summary ссылка или тема · суть и кто что сказал
    /digest новости с прошлого дайджеста
    /quotes человек · что он говорил
    /search слова · во всём, что я храню
    /record человек · что он говорил в разное время и что изменилось
    /trend человек или тема · график упоминаний
    /review обзор прессы документом
    /follow человек или тема · сообщать сразу, как появится
    /mute слова или человек · не присылать об этом; «Сохранить» под карточкой, список — /saved
    /settings время, пояс, язык
    /privacy что хранится; забрать или удалить

    Можно просто прислать ссылку.
help-in-group = __Что я умею здесь__
    @{ $bot } и ссылка или имя · суть и кто что сказал; можно в ответ на сообщение
    /summary ссылка или тема · то же командой
    /quotes человек · что он говорил
    /search слова · во всём, что я храню
    /trend человек или тема · график упоминаний
    /digest новости с прошлого дайджеста
    /feeds ленты этой группы

    __Администраторам__
    /sub сайт или лента · подписать группу, /unsub — отписать
    /settings время, пояс, язык
    /follow человек или тема · сообщать сразу, /mute — не присылать
    /stop пауза для всего
    /privacy что хранится; забрать или удалить
help-operator-title = Оператору
help-operator = __Тому, кто держит бота__
    /status состояние, очередь, неисправные ленты
    /chats кто пользуется, /limits сколько можно
    /allow номер · пустить человека или группу
    /reports цитаты, на ошибки в которых указали читатели; здесь же исправить
    /people имя · как пишется имя одного человека
    /announce слова · всем чатам
    /backup скопировать базу
    На самой машине: `attache doctor` скажет, что не так.
help-feeds-title = Ленты
help-feeds = __Ленты__
    `/sub tass.ru` ищет ленту сайта; подойдёт и точный адрес ленты, и имя готового набора (их список — /sub без слов).
    /feeds показывает ваши ленты, неисправные сверху. Нажмите на любую: пауза, сразу или в дайджест, удалить. `/feeds 3 filter зерно пшеница` берёт только статьи с одним из этих слов; `/feeds 3 here` переносит ленту в эту тему.
    `/unsub 3` или `/unsub tass.ru` удаляет ленту; минуту это можно отменить.
    /import и /export — список лент в OPML. Файл OPML можно просто прислать сюда.
help-digest-title = Дайджест
help-digest = __Дайджест__
    Приходит раз в день, если не сказать иначе: `/settings digest 08:00 18:30`, `/settings digest off`.
    Статьи собраны в сюжеты: одно событие — все его источники. Чем больше у источников разных владельцев, тем выше сюжет.
    /digest даёт его сейчас, с прошлого раза. `/digest 2026-02-14` — старый.
    Тихие часы придерживают то, что пришло бы сразу: `/settings quiet 23:00-07:00`
help-quotes-title = Цитаты
help-quotes = __Цитаты__
    `/quotes Лавров` — что он говорил, как бы ни писали имя: сначала цитаты целиком, потом по новизне; по месяцам — кнопкой.
    `/quotes Лавров безопасность since:2026-02-01 in:ТАСС` — точнее; `-слово` исключает, `"два слова"` ищет подряд.
    `/follow Лавров` сообщит, когда его процитируют. /unfollow покажет, за кем вы следите.
    Каждая цитата стоит в статье слово в слово. Если не ясно, кто это сказал, я так и пишу.
help-cards-title = Карточки
help-cards = __Карточки__
    Строка под заголовком говорит, кому принадлежит издание, если я это знаю.
    «Фрагмент» — слова, которые статья цитирует внутри своего предложения.
    Последняя строка говорит, сколько цитат совпадает со статьёй и чьи это предложения — статьи или модели.
    __Цитировать__ даёт цитаты с источником одним куском, для копирования, __Картинка__ — цитату изображением. __Сохранить__ оставляет статью в /saved. __Ошибка?__ сообщает оператору о неверной цитате. __Заглушить ленту__ переводит ленту в дайджест.
help-groups-title = Группы и каналы
help-groups = __Группы и каналы__
    Добавьте меня в группу. Ленты и настройки выбирают администраторы; спросить /summary, /quotes, /digest и /search может каждый; можно и упомянуть меня вместе со ссылкой или именем, в том числе в ответ на сообщение.
    В форуме у каждой темы свои ленты и время: отправляйте /sub и `/settings digest 18:00` в самой теме. `/feeds 3 here` переносит ленту в тему, где вы это написали.
    Каналом управляют из личного чата со мной: там /channel.
help-privacy-title = Данные
help-privacy = __Данные__
    Я храню номер чата, его ленты и настройки и сделанные дайджесты. Сообщений не храню: только ссылки и слова запроса, и только до ответа.
    /privacy покажет это, отдаст файлом или сразу удалит.
button-back-to-help = ‹ Справка
privacy = __Что хранится об этом чате__
    { $stored }.

    Ваши сообщения хранятся только до ответа. Статьи и цитаты — общедоступные новости и ни к чьему чату не относятся.
button-export-all = Выгрузить мои данные
button-delete-all = Удалить всё
bare-link = { $link }: что сделать с этой ссылкой?
links-head = { $count ->
    [one] { $count } ссылка
    [few] { $count } ссылки
   *[many] { $count } ссылок
}: что с ними сделать?
links-left = Взято ссылок: { $taken } из { $count }. Остались:
links-unlisted = { $count ->
    [one] Ещё { $count } ссылка сюда не поместилась; пришлите её другим сообщением.
    [few] Ещё { $count } ссылки сюда не поместились; пришлите их другим сообщением.
   *[many] Ещё { $count } ссылок сюда не поместилось; пришлите их другим сообщением.
}
button-summarise-all = Пересказать все
button-summarise = Пересказать кратко
button-follow-site = Следить за сайтом

thread-gone = Тема «{ $topic }» в чате «{ $chat }» удалена или закрыта. То, что в неё приходило{ $count ->
    [0] {""}
    [one] {" "}({ $count } лента)
    [few] {" "}({ $count } ленты)
   *[many] {" "}({ $count } лент)
}, теперь приходит вне её; `/feeds 3 here` в нужной теме переносит ленту туда.
## Ответы

unknown-near = Не знаю команды { $typed }. Может быть, { $near }? Всё остальное — /help.
rest-unused = «{ $words }» ничего не меняет: { $command } пишут без слов.
unknown = Не знаю команды { $typed }. Что я умею — /help.
admins-only = Это могут только администраторы группы.
operators-only = Это может только оператор бота.
operators-only-private = Это может только оператор бота. Если бот ваш: ваш номер — `{ $id }`, его место в ATTACHE_OPERATOR_CHATS.
invite-only = Бот работает по приглашению. Сообщите оператору свой номер: `{ $id }`
invite-only-group = Бот работает по приглашению. Сообщите оператору номер этой группы: `{ $id }`
too-many-requests = Предел — { $allowed } запросов в час; отвечу снова в следующем часу.
trouble = У меня что-то сломалось, это записано. Попробуйте чуть позже.
button-over = Эта кнопка устарела. Спросите ещё раз.
buttons-out-of-date = Кнопки этого сообщения устарели, поэтому ничего не изменено. Выберите чат командой /channel и повторите команду.
offer-over = Этот выбор устарел. Пришлите адрес ещё раз.
not-a-command-search = Пришлите ссылку — расскажу, что в статье и кто что сказал. Искать в сохранённом: `/search { $words }`. Остальное — /help.
not-a-command = Пришлите ссылку — расскажу, что в статье и кто что сказал. Остальное — /help.
article-gone = Эта статья больше не хранится.
speaker-gone = Цитат этого человека у меня больше нет.
started-again = Снова на связи: новости опять приходят. Что было за это время — /digest.
stopped = Пауза: само ничего не придёт. Продолжить — /start.

sub-how = Пришлите /sub и адрес сайта или ленты, например `/sub tass.ru`. Быстрое начало — готовый набор:
sub-rest = Здесь я понимаю только адреса; «{ $words }» — не адрес. Добавить только первый: `/sub { $site }`
sub-too-many = Слишком много за раз: не больше { $most } адресов в сообщении, или пришлите сюда файл OPML.
sub-several-outlets = Под «{ $words }» подходят несколько изданий: { $names }
summary-of-a-source = { $link } — это страница сайта или лента, а не статья. На неё можно подписаться:
feeds-rest = «{ $words }» здесь не сработает. Без этого: `{ $done }`
feeds-not-named = { $count ->
    [0] Ленты, похожей на «{ $words }», у вас нет.
   *[other] Под «{ $words }» подходят несколько лент: { $count }.
} Все с номерами — в /feeds.
export-how = «{ $words }» выгрузить не могу. Есть `/export` (ленты) и `/export quotes` (цитаты).
stopped-no-time = Пауза: сам я ничего присылать не буду, пока вы не отправите /start. Срок («{ $words }») задать нельзя.
next-digests = Ближайшие: { $times }
group-how = Упомяните меня вместе со ссылкой или ответьте на сообщение, где она есть. Остальное — в /help.
allow-how = `/allow ID` — пустить, `/allow off ID` — забрать право; просто /allow — список.
sub-failed = Подписаться на это не получится: { $reason }.
sub-none = На { $site } ленты не нашлось. Если знаете её адрес, пришлите: `/sub https://{ $site }/feed.xml`
sub-full = В чате может быть не больше { $most } лент. Убрать лишнюю — /unsub.
sub-added = Слежу за лентой __{ $feed }__. Сейчас пришлю первую карточку; новые статьи приходят { $mode }.
sub-added-empty = Слежу за лентой __{ $feed }__. Статей в ней пока нет; они будут приходить { $mode }, первая — карточкой, чтобы показать, как она выглядит.
sub-added-unread = Слежу за лентой __{ $feed }__. Последнюю статью прочесть не удалось: { $reason }. Новые приходят { $mode }.
sub-added-quietly = Слежу за лентой __{ $feed }__. Новые статьи приходят { $mode }.
sub-already = За лентой __{ $feed }__ вы уже следите.
set-added = __{ $set }__: { $added ->
    [one] добавлена { $added } лента
    [few] добавлены { $added } ленты
   *[many] добавлено { $added } лент
}{ $known ->
    [0] {""}
   *[other] , уже были: { $known }
}. Новости приходят { $mode }; увидеть сейчас — /digest.
button-feed-card = Открыть
unsub-none = Лент, похожих на «{ $words }», у вас нет. Список — /feeds.
unsub-several = Под «{ $words }» подходит несколько лент. Какую убрать?
unsub-done = Лента __{ $feed }__ удалена.
feed-not-here = Этой ленты здесь больше нет.
feed-no-articles = { $feed }: статей пока нет.
toast-done = Готово
toast-moved = Теперь её статьи приходят в эту тему
toast-back = Лента возвращена
toast-too-late = Уже не отменить; добавить снова — /sub
toast-trying = Проверяю; результат — в /feeds
toast-wait = Сервер просит не обращаться к нему до { $time }
toast-mode = Теперь: { $mode }

summary-how = Пришлите /summary и ссылку или тему или ответьте этой командой на сообщение. Свежие сюжеты:
summary-failed = Не могу пересказать: { $reason }.
summary-too-short = Слишком коротко. Пришлите ссылку или текст статьи.
summary-budget = За час было много новых ссылок. Уже прочитанное — без ограничений, новое — чуть позже.
read-no-model = Моделей перевода здесь нет, цитаты остаются на своих языках. Их ставит тот, кто ведёт бота: `attache models`
summary-no-model = Языковая модель здесь не подключена; пересказ — предложениями из статьи.
topic-head = __{ $words }__ · { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
} { $period }
topic-head-more = __{ $words }__ · больше { $count } статей { $period }
topic-hours = за 48 часов
topic-since = с { $since }
topic-agreed = __Сообщают несколько источников__
topic-single = __Каждое — из одного источника__
topic-said = __Кто что сказал__
topic-sources = __Источники__
topic-one-owner = Все они принадлежат одному владельцу.
topic-by-extract = Предложения из статей; номера показывают, из каких.
topic-by-model = Текст модели { $model }; каждое предложение сверено со статьями, на которые указывают номера.
topic-none = О «{ $words }» у меня ничего нет. Больше источников — /sub.
topic-older = За 48 часов по запросу «{ $words }» ничего нет, раньше — { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}: `/search { $words }`
emptied-by-in = В источнике «{ $source }» по запросу «{ $what }» ничего нет. Без in: есть { $found }.
emptied-by-since = По запросу «{ $what }» с { $since } ничего нет. Без since: есть { $found }.
emptied-by-without = Во всём, что есть по запросу «{ $what }», встречается и «{ $without }»; исключено: { $found }.
emptied-by-phrase = Слов «{ $what }» именно в таком порядке нет нигде. Без кавычек есть { $found }.

digest-bad-date = «{ $words }» — не дата. Пишите `/digest 2026-02-14` или просто /digest.
digest-none-on = За { $date } дайджеста не было.
digest-gone = Этот дайджест больше не хранится.
digest-no-feeds = Вы пока не подписаны ни на одну ленту, рассказать нечего. Добавить — /sub.
digest-other-topics = В эту тему ленты не приходят. Ленты группы идут сюда: { $topics }. Спросите /digest там или добавьте ленту здесь: /sub.
digest-preview = Это видите только вы; канал получит своё, как обычно.
digest-nothing-since = Ничего нового с { $since }.

quotes-how = Пришлите /quotes и имя: `/quotes Лавров`, `/quotes Лавров безопасность since:2026-02-01 in:ТАСС`
quotes-none = Цитат человека по имени «{ $words }» у меня нет.
quotes-none-near = Цитат человека по имени «{ $words }» у меня нет. Может быть, это:
quotes-which = Под это имя подходят несколько человек. Кто нужен?
quotes-no-such-words = { $who }: цитат со словами «{ $words }» нет. Всё, что есть:
quotes-months = __{ $who }__: за какой месяц?
count-quotes-more = больше { $count } цитат
kept-since = Читаю новости с { $since }.
button-months = По месяцам
button-all-of-them = ‹ Все цитаты
month-of-year = { $month } { $year }
button-also-written = Другими буквами: { $who }
button-follow-person = Следить: { $person }
search-how = Пришлите /search и слова в любой форме: `/search зерновой коридор`. Уточнить: `"зерновой коридор" -засуха since:2026-02-01 in:ТАСС`
search-none = По запросу «{ $words }» ничего нет. Читаю новости с { $since }.
search-nothing-stored = Статей пока нет. Добавить ленту — /sub.
search-bad-date = «{ $words }» — не дата. Пишите since:2026-02-14, since:2026-02, since:понедельник или since:7d

follow-how = Пришлите /follow и человека или тему: `/follow Лавров`, `/follow зерновой коридор`
follow-too-short = «{ $words }» — слишком коротко: это есть в каждой статье. Напишите имя или слово.
follow-person = Сообщу, когда процитируют: { $words }.
follow-topic = Сообщу, когда в статье появится «{ $words }».
follow-already = За «{ $words }» вы уже следите.
follow-full = Следить можно не больше чем за { $most } людьми и темами. Убрать — /unfollow.
follow-none = Вы не следите за людьми и темами. Начать — `/follow Лавров`.
follow-not = За «{ $words }» вы не следите. За чем следите:
follow-list = За чем вы следите; нажмите, чтобы убрать:
follow-ended = Больше не слежу: { $words }.
follow-told = Вы следите: { $words }
button-unfollow = Не следить: { $words }

setting-done-topic = { $setting } в теме «{ $topic }»: __{ $value }__
setting-whole-group = Это действует для всей группы, во всех темах.
settings-topic = Дайджест и обзор прессы — темы «{ $topic }»; остальное действует для всей группы.
setting-done = { $setting }: __{ $value }__
setting-unknown = Настройки «{ $words }» нет. Есть: { $names }
setting-bad = «{ $value }» не подходит. { $how }
    Подойдёт: { $works }
misread-time = «{ $words }» — не время. Пишите 08:00, 8, 8am или 18.30
misread-many = { $count } — слишком много; в день бывает до четырёх дайджестов.
misread-none = Времени нет. Пишите 08:00, или 08:00 18:30, или off
misread-zone = Не знаю часового пояса «{ $words }». Пишите город (Москва), пояс (Europe/Moscow) или сдвиг (+3)
misread-zone-near = Часового пояса «{ $words }» я не знаю. Может быть, { $near }? `/settings zone { $near }`
misread-offset = Сдвига { $words } круглый год нет ни в одном поясе. Напишите город.
misread-quiet = «{ $words }» — не тихие часы. Пишите 23:00-07:00 или off

count-follows = { $count ->
    [one] { $count } человек или тема
    [few] { $count } человека и темы
   *[many] { $count } людей и тем
}
count-digests = { $count ->
    [one] { $count } дайджест
    [few] { $count } дайджеста
   *[many] { $count } дайджестов
}
count-messages = { $count ->
    [one] { $count } сообщение вам
    [few] { $count } сообщения вам
   *[many] { $count } сообщений вам
}
privacy-settings = настройки
privacy-file = Всё, что хранится об этом чате.
privacy-deleted = Всё об этом чате удалено. Начать заново — /start.
file-kind = Файлы { $kind } я не читаю. Скопируйте текст и вставьте его сюда или пришлите ссылку на страницу. Читаю .txt и .docx, а также списки лент (.opml).
file-no-kind = Такой файл я не читаю. Скопируйте текст и вставьте его сюда или пришлите ссылку на страницу. Читаю .txt и .docx, а также списки лент (.opml).
file-damaged = В этом файле нет текста, который я мог бы прочитать: возможно, он повреждён или защищён паролем. Вставьте текст сюда.
file-large = Этот файл для меня слишком велик. Вставьте сюда нужную часть текста.
import-how = Пришлите сюда файл OPML или /import и его адрес.
import-failed = Не могу прочитать список: { $reason }.
import-large = Файл слишком велик для списка лент.
import-unread = Не удалось получить файл. Пришлите ещё раз.
import-not-opml = Это не список лент OPML.
import-done = Добавлено: { $added }, уже были: { $known }, не удалось: { $failed }.
export-covered = Секретные части адресов здесь заменены на •••: файл могут открыть все участники чата.
export-none = Выгружать пока нечего. Добавить ленту — /sub.

status = __Состояние__
    Чаты: активных { $active }, на паузе { $paused }, недоступных { $blocked }
    Ленты: { $feeds }, неисправных: { $failing }
    Статей: { $articles }; ждут чтения: { $entries }
    Исходящие: в очереди { $waiting }{ $waiting ->
        [0] {""}
       *[other] , первое ждёт { $lag } с
    }; не доставлено: { $dead }
status-no-model = Модель: нет; пересказ — предложениями из статей
status-translation = Перевод, в памяти: { $models }
status-model = Модель: { $model }, сегодня потрачено { $tokens } из { $most } токенов
    Её тексты за сегодня: { $summaries }
    Отклонённые предложения, по правилам: { $sentences }
chat-paused = на паузе
chat-blocked = недоступен
announce-head = От того, кто держит бота:
allowed = `{ $id }` может пользоваться ботом.
refused = `{ $id }` больше не может пользоваться ботом.
allow-nobody = Пока ботом может пользоваться только оператор. Пустить человека или группу — `/allow 123`.
allow-everybody = Ботом может пользоваться каждый; изменить — ATTACHE_ACCESS_MODE=invite. По номеру никто не впущен.
allow-list = Пользоваться могут: { $ids }. Пустить — `/allow 123`, забрать право — `/allow off 123`.
limits = Лент на чат: { $feeds } · запросов в час: { $requests } · новых ссылок в час: { $person } на человека, { $group } на группу
backup-done = Копия базы записана.
backup-there = Сегодняшняя копия уже есть.
announce-how = Пришлите /announce и слова для всех чатов.
announced = Рассылаю: { $count ->
    [one] { $count } чату
    [few] { $count } чатам
   *[many] { $count } чатам
}.

## Обзор прессы

review-title = Обзор прессы
review-title-about = Обзор прессы: { $about }
review-file = obzor-pressy
review-how = Предложения взяты из статей и, где нужно, сокращены; цитаты дословны. Языковая модель ничего не писала. Числа в скобках ведут к источникам.
review-how-translated = Строки курсивом с такой пометкой — машинный перевод без сети; считаются слова над ними.
review-empty = За это время статей не было.
review-failing = не отвечают: { $count }
review-silent = без новостей: { $count }
review-told = из них ниже: { $count }
review-findings = Главное
review-themes = Темы
review-also = Также сообщается
review-by-country = По странам
review-voices = Кто говорил
review-not-covered = Что не вошло
review-sources = Источники
review-new-since = Известно раньше; новое с { $time }:
review-first = впервые: { $outlet }, { $time }
review-known = ничего нового
review-relays = (передаёт слова: { $name })
review-cut = короче:
review-otherwise = другими словами:
review-in-language = { $language }:
review-only-state = Сообщают только издания под контролем государства:
review-only-state-all = Об этом сообщают только издания под контролем государства.
review-only-country = Сообщают только издания одной страны ({ $country }):
review-only-country-all = Об этом сообщают только издания одной страны: { $country }.
review-no-country = Страна неизвестна
review-same-text = тот же текст, что и
review-holes = Не вошли: { $names }{ $more ->
    [0] {""}
   *[other] {" "}и ещё { $more }
}
review-failing-feeds = Ленты, которые не отвечают: { $names }
review-silent-feeds = Ленты без статей за это время: { $names }
review-walled = { $count ->
    [one] { $count } статья закрыта: прочитано только начало
    [few] { $count } статьи закрыты: прочитано только начало
   *[many] { $count } статей закрыты: прочитано только начало
}
review-copies = { $count ->
    [one] { $count } статья повторяет чужой текст и только посчитана
    [few] { $count } статьи повторяют чужой текст и только посчитаны
   *[many] { $count } статей повторяют чужой текст и только посчитаны
}
review-nothing-new = { $count ->
    [one] В { $count } сюжете ничего нового
   *[many] В { $count } сюжетах ничего нового
}
review-over = { $count ->
    [one] Ещё { $count } статья не вошла: их слишком много
    [few] Ещё { $count } статьи не вошли: их слишком много
   *[many] Ещё { $count } статей не вошли: их слишком много
}
review-unread = Языки, которые здесь читаются лишь отчасти (цитат может не хватать): { $languages }
review-all-covered = Все ленты ответили, и во всех были новости.
count-owners = { $count ->
    [one] { $count } владелец
    [few] { $count } владельца
   *[many] { $count } владельцев
}
count-countries = { $count ->
    [one] { $count } страна
    [few] { $count } страны
   *[many] { $count } стран
}
record-how-to = Что человек говорил об одном и том же в разное время: `/record Лавров`, `/record Лавров безопасность`.
record-none = Для досье «{ $words }» ничего нет. Все цитаты:
record-facts = { $quotes }, { $matters }
record-facts-more = самые новые { $quotes }, { $matters }
record-first = впервые { $time }
record-again = { $count ->
    [one] повторено { $count } раз, последний — { $time }
    [few] повторено { $count } раза, последний — { $time }
   *[many] повторено { $count } раз, последний — { $time }
}
record-more = повторено { $time }, и ещё:
record-changed = Изменилось: { $what }
record-was = { $time }:
record-is = { $time }:
record-silent = молчит об этом с { $time }
record-left = { $count ->
    [one] не показана ещё { $count } тема
    [few] не показаны ещё { $count } темы
   *[many] не показано ещё { $count } тем
}
record-how = Формулировки просто стоят рядом: я не утверждаю, что они противоречат друг другу.
record-kind-number = число
record-kind-negation = отрицание
record-kind-modal = степень уверенности
record-kind-name = имя
record-kind-roles = кто что делает
count-matters = { $count ->
    [one] { $count } тема
    [few] { $count } темы
   *[many] { $count } тем
}
review-progress = Читаю статьи: { $done } из { $all }
review-none = С { $since } по вашим лентам статей не было.
review-none-about = О «{ $words }» с { $since } по вашим лентам ничего не было. Искать во всём, что хранится: `/search { $words }`
review-none-in = Из «{ $source }» с { $since } по вашим лентам ничего не было.
review-shortened = Обзор охватывает не больше { $days } дней, поэтому этот — с { $since }.
review-bad-format = Не могу сделать «{ $words }». Есть html, docx и md.
setting-review = Обзор прессы
setting-review-how = Обзор прессы документом, до четырёх раз в день: `/settings review 07:30`, только по будням — `/settings review пн-пт 07:30`, не присылать — `off`. Формат: `/settings review format docx` (html, docx или md).
language-en = по-английски
language-ru = по-русски
language-de = по-немецки
language-fr = по-французски
language-es = по-испански
language-uk = по-украински
language-it = по-итальянски
language-pl = по-польски
language-tr = по-турецки
language-ar = по-арабски
language-zh = по-китайски
language-ja = по-японски
language-pt = по-португальски
language-fa = по-персидски
language-he = на иврите

## Каналы

channel-how = Выберите канал, в котором администраторы и вы, и я: дальше всё, что вы пишете сюда, относится к нему. Кнопка — внизу, под полем ввода.
button-choose-channel = Выбрать канал
channel-added = Теперь я администратор канала __{ $channel }__. Его ленты и настройки выбирают отсюда.
button-run-channel = Управлять отсюда
channel-on = Теперь отсюда управляется __{ $channel }__: к нему относятся /sub, /feeds, /settings и остальное. Вернуться к этому чату — /channel off.
channel-off = Теперь всё снова относится к этому чату.
channel-list = К какому чату относятся ваши команды?
button-this-chat = Этот чат
button-another-channel = Другой канал…
channel-not-yours = Вы не администратор канала { $channel }, поэтому управлять им отсюда нельзя.
channel-not-ours = Я не администратор канала { $channel }. Назначьте меня администратором с правом публикации и попробуйте снова.
channel-private = Каналами управляют из личного чата: напишите мне там /channel.
channel-no-press = Для этого откройте меня в личном чате.

## Меню

menu-channel = Управлять каналом отсюда

menu-summary = Коротко о статье, сообщении или теме
menu-digest = Новости с прошлого дайджеста
menu-quotes = Что говорил человек
menu-record = Что человек говорил в разное время и что изменилось
menu-review = Обзор прессы документом
menu-search = Поиск во всём сохранённом
menu-feeds = За чем вы следите
menu-sub = Следить за сайтом, лентой или набором
menu-unsub = Убрать ленту
menu-follow = Сообщать о человеке или теме
menu-unfollow = Больше не сообщать
menu-settings = Время дайджеста, пояс, язык
menu-import = Загрузить список лент (OPML)
menu-export = Ленты или цитаты файлом
menu-stop = Пауза
menu-privacy = Что хранится; забрать или удалить
menu-help = Справка
menu-start = Начать
menu-status = Состояние и очередь
menu-chats = Чаты
menu-allow = Кто может пользоваться ботом
menu-limits = Действующие пределы
menu-backup = Копия базы
menu-people = Написания имён
people-how = Пришлите /people и имя: покажу, какие написания считаю одним человеком; их можно разделить или объединить.
button-take-apart = Отделить: { $name }
button-join-people = { $name } — это { $other }
menu-announce = Сообщение всем чатам

## Показ

demo-title = attache · демонстрация
demo-greeting = Всё здесь вымышлено и работает внутри программы: три издания, десять статей, сеть не нужна.
    Сначала бот подпишется на все три, потом ваш черёд: пишите то, что послали бы ему в Telegram. Число нажимает кнопку с этим номером.
demo-digest = день в сюжетах
demo-quotes = что говорил один человек, где бы это ни стояло
demo-review = обзор прессы документом
demo-topic = что все пишут об одном
demo-link = любая ссылка: кратко, и кто что сказал
demo-help = всё остальное
demo-tour = всё это без вас
demo-quit = конец
feeds-how = Пишите `/feeds 3` и одно из: pause, resume, digest, instant, both, usual, remove, here, filter СЛОВА, filter off
sub-not-found = «{ $words }» — не адрес и не готовый набор. Пришлите, например, `/sub tass.ru`; список наборов — /sub.

## Что может пойти не так; .hint — что с этим делать

fault-address = это не адрес в интернете
    .hint = нужен такой: https://example.org/news
fault-scheme = открываю только адреса http и https, а не { $scheme }
fault-user = адрес с именем или паролем (то, что перед @) не открываю
    .hint = уберите эту часть
fault-port = порт { $port } не открываю
    .hint = только 80, 443, 8080 и 8443
fault-private = { $host } — не в открытом интернете, поэтому не открываю
fault-downgrade = { $host } перенаправляет с https на открытый http, туда не хожу
    .hint = попробуйте сам адрес, на который он ведёт
fault-redirects = { $host } перенаправляет слишком много раз
    .hint = откройте в браузере и пришлите конечный адрес
fault-circle = { $host } перенаправляет по кругу
fault-redirect = { $host } перенаправляет туда, где нет адреса
fault-host = сайта { $host } нет
    .hint = проверьте, нет ли опечатки
fault-unreachable = { $host } сейчас не отвечает
    .hint = попробуйте позже
fault-tls = безопасного соединения с { $host } не получается (неверный сертификат или настройка TLS)
fault-timeout = { $host } не ответил целиком за { $seconds } с
    .hint = попробуйте позже
fault-large = { $host } присылает больше { $size } МиБ, столько не читаю
fault-garbled = { $host } присылает то, что нельзя прочесть (повреждено или оборвано)
fault-missing = на { $host } нет такой страницы (404)
    .hint = проверьте адрес
fault-gone = { $host } сообщает, что страница удалена навсегда (410)
fault-forbidden = { $host } не пускает ботов ({ $status })
    .hint = откройте в браузере или пришлите мне текст
    .feed = если у него есть лента по другому адресу, пришлите этот адрес
fault-challenge = { $host } хочет сперва увидеть человека (проверка Cloudflare)
    .hint = откройте в браузере или пришлите мне текст
    .feed = если у него есть лента по другому адресу, пришлите этот адрес
fault-busy = { $host } говорит, что запросов слишком много (429)
    .hint = попробуйте позже
fault-server = у { $host } сейчас неполадки ({ $status })
    .hint = попробуйте позже
fault-status = { $host } отвечает кодом { $status }, с ним ничего не сделать
fault-robots = { $host } просит ботов не читать эту страницу (robots.txt)
    .hint = откройте в браузере или пришлите мне текст
    .feed = если у него есть лента по другому адресу, пришлите этот адрес
fault-pdf = { $host } присылает PDF
    .hint = я читаю только страницы и текст
fault-no-page = { $host } присылает не страницу и не текст
fault-media = { $host } присылает { $kind }
    .hint = я читаю только страницы и текст
fault-no-article = на странице нет текста статьи
    .hint = пришлите мне сам текст
fault-paywall = статья платная, открыто только начало
    .hint = пришлите мне сам текст
fault-consent = вместо статьи страница просит согласия на файлы cookie
    .hint = пришлите мне сам текст
fault-script = страница показывает текст только в браузере (нужен JavaScript)
    .hint = пришлите мне сам текст
fault-list = это список статей
    .hint = пришлите ссылку на одну из них
fault-error-page = это страница ошибки, а не статья
fault-overdue = чтение страницы заняло слишком много времени и прервано; попробую ещё раз
fault-overdue-again = страница дважды читалась слишком долго, больше её не открываю; пришлите текст статьи
fault-damaged = страница слишком повреждена
    .hint = пришлите мне сам текст
fault-feed-empty = { $host }: документ пуст
fault-feed-large = { $host }: документ слишком велик для ленты
fault-feed-html = { $host }: вместо ленты там теперь страница
fault-feed-json = { $host }: там JSON, но не лента
fault-feed-xml = { $host }: там XML, но не лента
fault-feed-text = { $host }: вместо ленты там простой текст
fault-feed-binary = { $host }: вместо ленты там двоичный файл
fault-feed-broken = { $host }: ленту не удаётся прочесть
fault-feed-slow = { $host }: лента читается слишком долго

## Страны; в других языках имя даёт таблица изданий

country-us = США
country-ru = Россия
country-gb = Великобритания
country-de = Германия
country-fr = Франция
country-ua = Украина
country-jp = Япония
country-in = Индия
country-cn = Китай
country-ir = Иран
country-be = Бельгия
country-il = Израиль
country-tr = Турция
country-sa = Саудовская Аравия
country-lv = Латвия
country-eu = Евросоюз
country-es = Испания
country-ch = Швейцария
country-za = ЮАР
country-pl = Польша
country-nl = Нидерланды
country-kr = Южная Корея
country-it = Италия
country-ar = Аргентина
country-vn = Вьетнам
country-un = ООН
country-tw = Тайвань
country-sg = Сингапур
country-se = Швеция
country-qa = Катар
country-pt = Португалия
country-pk = Пакистан
country-ee = Эстония
country-cu = Куба
country-ca = Канада
country-by = Белоруссия
country-br = Бразилия
country-au = Австралия
country-at = Австрия
country-ae = ОАЭ
country-ve = Венесуэла
country-uz = Узбекистан
country-uy = Уругвай
country-th = Таиланд
country-sy = Сирия
country-rs = Сербия
country-ro = Румыния
country-ps = Палестина
country-ph = Филиппины
country-osce = ОБСЕ
country-nz = Новая Зеландия
country-no = Норвегия
country-nato = НАТО
country-my = Малайзия
country-lt = Литва
country-kz = Казахстан
country-kp = КНДР
country-jo = Иордания
country-id = Индонезия
country-iaea = МАГАТЭ
country-hu = Венгрия
country-hk = Гонконг
country-gr = Греция
country-ge = Грузия
country-fi = Финляндия
country-eg = Египет
country-dk = Дания
country-bg = Болгария
country-ba = Босния и Герцеговина
country-az = Азербайджан
country-am = Армения

## Там, где бота нет

guest-how = Упомяните меня в ответ на сообщение со ссылкой — или вместе со ссылкой, именем человека или темой.
guest-reading = Читаю { $site } …
guest-reading-text = Читаю текст …
guest-none = По запросу «{ $words }» у меня ничего нет. Пришлите ссылку — расскажу, о чём статья и кто что сказал.
inline-placeholder = человек или тема: лавров нато
inline-empty = Пока ничего не хранится: откройте чат со мной
inline-none = О «{ $words }» ничего нет: откройте чат
bot-description = Читаю выбранные вами новости внешней политики и коротко рассказываю, что произошло и кто что сказал, слово в слово. Пришлите ссылку на любую статью или /start.
bot-short-description = Внешняя политика коротко: что произошло и кто что сказал, слово в слово.

## Заглушить и сохранить

menu-mute = Не присылать о словах, человеке или событии
menu-saved = Сохранённые статьи
menu-reports = Цитаты, на которые пожаловались
mute-long = Слишком длинно: не больше { $most } знаков.
mute-how = Пришлите /mute и слова или имя: `/mute зерновая сделка`, `/mute Лавров 7д`; в ответ на карточку — заглушить её сюжет.
mute-none = Сейчас ничего не заглушено.
mute-full = Заглушить можно не больше { $most } тем.
mute-list = Заглушено во всех лентах; нажмите, чтобы вернуть:
mute-line = { $words } до { $until }
muted = Заглушено: { $words }. В карточках и дайджестах этого не будет.
muted-until = Заглушено до { $until }: { $words }. В карточках и дайджестах этого не будет.
unmuted = Снова приходит: { $words }.
button-unmute = Вернуть: { $words }
button-mutes = Заглушено: { $count }
button-save = Сохранить
toast-saved = Сохранено; список — /saved
toast-not-saved = Убрано из сохранённого
saved-none = Пока ничего не сохранено. Нажмите «Сохранить» под карточкой.
saved-no-such = Среди сохранённого по запросу «{ $words }» ничего нет.
saved-head = __Сохранено__ · { $count ->
    [one] { $count } статья
    [few] { $count } статьи
   *[many] { $count } статей
}
button-saved-text = Текстом
button-saved-html = HTML
button-saved-bibtex = BibTeX
button-more-by = Ещё цитаты: { $name }
follow-more = { $count ->
    [one] И ещё { $count } статья за сегодня: { $words }.
    [few] И ещё { $count } статьи за сегодня: { $words }.
   *[many] И ещё { $count } статей за сегодня: { $words }.
} Они есть в дайджесте; `/search { $words }`

## Ошибки в цитатах

corrected = исправлено в { $time }
button-wrong = Ошибка?
wrong-no-quotes = На этой карточке нет цитат. Напишите оператору бота, что не так.
wrong-which = В какой цитате ошибка?
wrong-what = «{ $words }» Что не так?
wrong-speaker = Это сказал другой человек
wrong-words = В статье сказано не так
wrong-other = Что-то другое
wrong-thanks = Спасибо. Оператор проверит; кто сообщил, не записывается.
reports-none = Открытых жалоб нет.
reports-how = /reports — список, `/reports 3 Илан Дорев` — указать автора третьей цитаты.
button-fix = Исправить { $number }
button-fix-unnamed = Автора не указывать
button-fix-hide = Скрыть цитату
button-fix-close = Ошибки нет
report-closed = Закрыто, ничего не изменено.
report-fixed = Исправлено. Отправленные карточки обновлены; кто видел это в дайджесте, получит поправку.
report-quote-gone = Этой цитаты в статье больше нет; ничего не изменено.
report-not-in-article = Слов «{ $words }» в этой статье нет.
correction-speaker = __Поправка__: в статье «{ $headline }» автор слов { $quote } — { $speaker }, а не { $was }.
correction-nobody = __Поправка__: в статье «{ $headline }» неизвестно, кто сказал { $quote }; мы ошибочно указали: { $was }.
correction-hidden = __Поправка__: в статье «{ $headline }» мы привели слова { $quote }, которых в тексте нет.

## Картинки и графики

button-picture = Картинка
button-picture-tall = Такая же, вертикальная
button-picture-wide = Такая же, горизонтальная
picture-file = citata
picture-which = Какая цитата?
picture-none = Нарисовать не получится: цитата слишком длинна или в ней есть буквы, которых нет в моих шрифтах. Текстом её даст кнопка «Цитировать».
menu-trend = График упоминаний человека или темы
trend-how = Пришлите /trend и имя или тему: `/trend Лавров`, `/trend зерновой коридор since:2026-02-01 in:ТАСС`
trend-none = О «{ $words }» с { $since } ничего нет. Искать во всём, что хранится: `/search { $words }`
trend-file = upominaniya
trend-facts = { $articles }, { $sources }, { $from } – { $to }
trend-facts-more = последние { $articles }, { $sources }, { $from } – { $to }
trend-by-day = По дням: { $numbers }
trend-by-source = По источникам: { $numbers }
trend-others = { $count ->
    [one] ещё { $count } источник
    [few] ещё { $count } источника
   *[many] ещё { $count } источников
}
count-sources = { $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[many] { $count } источников
}
