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

no-headline = (без заголовка)
updated = обновлено в { $time }
unnamed-source = неназванный источник
partial = Фрагмент
speaker-on-other = { $speaker } о словах: { $other }
in-the-text = (в тексте: «{ $words }»)
evidence-quotes = { $found ->
    [one] { $matching } из { $found } цитаты совпадает со статьёй слово в слово
   *[many] { $matching } из { $found } цитат совпадают со статьёй слово в слово
}
evidence-extractive = кратко: предложения из статьи
evidence-model = кратко: написала модель { $model }, сверено со статьёй
evidence-feed = кратко: доступно только описание из ленты
evidence-none = без краткого изложения: слишком мало текста
evidence-text-from-feed = текст из ленты, не со страницы
evidence-paywall = на странице открыто только начало
read = читать
read-at = Читать на { $link }
button-all-quotes = Все цитаты
button-other-sources = Другие источники { $count }
button-cite = Сослаться
button-mute = Заглушить ленту

## Владельцы

ownership-state-controlled = под контролем государства
ownership-state-owned = государственное
ownership-state-funded = на средства государства
ownership-public-broadcaster = общественное вещание
ownership-public-service = общественное
ownership-private = частное
ownership-privately-owned = частное
ownership-government = правительство
ownership-party-owned = партийное
ownership-non-profit = некоммерческое
ownership-cooperative = кооператив
ownership-intergovernmental = межправительственное

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
digest-late = С опозданием: в нужное время я был недоступен.
digest-model-spent = Дневной запас языковой модели исчерпан: кратко — предложения из статей.
digest-state-only = Об этом сообщает только одно издание под контролем государства.
button-full-digest = Весь дайджест

## Списки

list-head = __{ $feed }__ · новых: { $count }
quotes-head = __{ $who }__ · { $count ->
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

## Ленты

feeds-none = Лент пока нет. Пришлите /sub и адрес сайта или ленты, например `/sub tass.ru`, или возьмите готовый набор.
feeds-hint = Нажмите номер, чтобы изменить ленту.
mode-digest = в дайджест
mode-instant = сразу
mode-both = сразу и в дайджест
feed-mode = Присылать: { $mode }
feed-paused = На паузе.
feed-paused-short = на паузе
feed-filter = Только статьи со словами: { $words }
feed-newest = Последняя: { $headline } ({ $when })
feed-kept = { $count ->
    [one] сохранена { $count } статья
    [few] сохранены { $count } статьи
   *[many] сохранено { $count } статей
}
feed-failing = __{ $feed }__ не отвечает как следует уже сутки: { $reason } Я продолжаю пробовать.
feed-gone = __{ $feed }__ закрыта насовсем: { $reason } Я больше её не запрашиваю.
failing-next = { $reason } Следующая попытка { $when }.
candidates = На { $site } { $count ->
    [one] { $count } лента
    [few] { $count } ленты
   *[many] { $count } лент
}. Какую?
sample-head = Слежу за лентой __{ $feed }__. Новые статьи попадут в дайджест; карточка выглядит так:
button-digest-only = Только в дайджест
button-at-once = Сразу
button-both = И так и так
button-pause = Пауза
button-resume = Продолжить
button-last-five = Последние 5
button-undo = Отменить
button-remove = Удалить
button-try-now = Проверить сейчас
button-look = Искать новый адрес
button-back-to-feeds = ‹ Ленты

## Настройки

settings-title = Настройки
settings-paused = Всё на паузе. Продолжить — /start.
settings-hint = У вас сейчас { $time }. Нажмите строку или напишите: `/settings digest 08:00 18:30`
setting-digest = Дайджест
setting-digest-how = До четырёх раз в день: `/settings digest 08:00 18:30`, по дням `/settings digest пн-пт 08:00`, или `off`.
setting-zone = Часовой пояс
setting-zone-how = Город, пояс или сдвиг: `/settings zone Москва`, `/settings zone Europe/Moscow`, `/settings zone +3`
setting-mode = Новые статьи
setting-mode-how = Как приходят статьи новых лент: в дайджест, сразу или и так и так. Выбор для каждой ленты — в /feeds.
setting-quotes = Цитат на карточке
setting-quotes-how = Сколько цитат на карточке, от 0 до 10: `/settings quotes 3`
setting-quiet = Тихие часы
setting-quiet-how = В эти часы ничего не приходит сразу, всё ждёт дайджеста: `/settings quiet 23:00-07:00`, или `off`.
setting-language = Язык
setting-language-how = Язык кнопок и текстов. Статьи и цитаты остаются на своём.
setting-summary = Кратко
setting-summary-how = Предложения из статьи или текст языковой модели, сверенный с ней, если оператор её подключил.
setting-empty = Пустой дайджест
setting-empty-how = Присылать ли дайджест, когда нового нет.
summary-extractive = из статьи
summary-llm = от модели
button-back-to-settings = ‹ Настройки
button-right = Верно
button-other-zone = Другой пояс
zone-confirm = Часовой пояс: __{ $zone }__. У вас сейчас { $time } — верно?

## Начало, справка, данные

start = Я пресс-атташе. Читаю новости внешней политики, которые вы выбрали, и коротко рассказываю, что произошло и кто что сказал — слово в слово.

    Попробуйте: пришлите ссылку на любую статью.

    Дайджест приходит в { $digest }; изменить — /settings, остальное — /help.
button-starter-sets = Готовый набор лент
button-add-feed = Добавить ленту
button-digest-time = Время дайджеста
help = __Что я умею__
    /sub сайт или лента · следить
    /feeds за чем вы следите, /unsub — перестать
    /summary ссылка или тема · кратко, и кто что сказал
    /digest новости с прошлого дайджеста
    /quotes человек · что он говорил
    /search слова · во всём, что я храню
    /follow человек или тема · сообщать сразу
    /settings время, пояс, язык
    /privacy что хранится; забрать или удалить

    Можно просто прислать ссылку.
help-feeds-title = Ленты
help-feeds = __Ленты__
    `/sub tass.ru` ищет ленту сайта; подойдёт и точный адрес ленты, и имя готового набора (их список — /sub без слов).
    /feeds показывает ваши ленты, неисправные сверху. Нажмите номер: пауза, сразу или в дайджест, удалить.
    `/unsub 3` или `/unsub tass.ru` удаляет ленту; минуту это можно отменить.
    /import и /export — список лент в OPML. Файл OPML можно просто прислать сюда.
help-digest-title = Дайджест
help-digest = __Дайджест__
    Приходит раз в день, если не сказать иначе: `/settings digest 08:00 18:30`, `/settings digest off`.
    Сюжеты собраны: одно событие — все его источники. Чем больше разных владельцев, тем выше.
    /digest даёт его сейчас, с прошлого раза. `/digest 2026-02-14` — старый.
    Тихие часы придерживают то, что пришло бы сразу: `/settings quiet 23:00-07:00`
help-quotes-title = Цитаты
help-quotes = __Цитаты__
    `/quotes Лавров` — что он говорил, новое сверху.
    `/quotes Лавров безопасность since:2026-02-01 in:ТАСС` — точнее.
    `/follow Лавров` сообщит, когда его процитируют. /unfollow покажет, за кем вы следите.
    Каждая цитата стоит в статье слово в слово. Если не ясно, кто это сказал, я так и пишу.
help-cards-title = Карточки
help-cards = __Карточки__
    Строка под заголовком говорит, кому принадлежит издание, если я это знаю.
    «Фрагмент» — слова, которые статья цитирует внутри своего предложения.
    Последняя строка говорит, сколько цитат совпадает со статьёй и чьи это предложения — статьи или модели.
    __Сослаться__ даёт строку для копирования. __Заглушить ленту__ переводит ленту в дайджест.
help-groups-title = Группы
help-groups = __Группы__
    Добавьте меня в группу. Ленты и настройки выбирают администраторы; спросить /summary, /quotes, /digest и /search может каждый.
    В форуме лента идёт в ту тему, где её добавили.
help-privacy-title = Данные
help-privacy = __Данные__
    Я храню номер чата, его ленты и настройки и сделанные дайджесты. Сообщений не храню, кроме ссылок и слов, о которых вы спросили, — пока не отвечу.
    /privacy покажет это, отдаст файлом или сразу удалит.
button-back-to-help = ‹ Справка
privacy = __Что хранится об этом чате__
    { $stored }.

    Ваши сообщения хранятся только до ответа. Статьи и цитаты — общедоступные новости и ни к чьему чату не относятся.
button-export-all = Выгрузить мои данные
button-delete-all = Удалить всё
bare-link = { $link }: что с ней сделать?
button-summarise = Кратко
button-follow-site = Следить за сайтом

thread-gone = Тема в чате «{ $chat }» удалена или закрыта, её сообщения приходят вне темы. Назначить ленте другую тему: /feeds в том чате.
