### Every sentence the bot says in English. Same keys and variables as zh.ftl.

### setup

setup-redis-fetching = This machine has no Redis; unpacking one from the distribution's packages (about 1.4 MB, 5 to 30 seconds, no root needed): { $folder }
setup-redis-unavailable = There is no Redis to use ({ $reason }): install one (apt install redis-server), or point REDIS_URL to one, or run the container docker run -d -p 127.0.0.1:6379:6379 redis:7 redis-server --appendonly yes --appendfsync always and set REDIS_URL=redis://127.0.0.1:6379.
setup-redis-elsewhere = This machine ({ $reason }) has no Redis and none can be fetched for it: install one (macOS: brew install redis), or run the container docker run -d -p 127.0.0.1:6379:6379 redis:7 redis-server --appendonly yes --appendfsync always and set REDIS_URL=redis://127.0.0.1:6379.

### plan

plan-too-large = The plan file is larger than 1 MB: is it the right file?
plan-too-deep = The plan file is nested too deeply: check brackets and indentation
plan-yaml = This cannot be read ({ $code }): check quotes, brackets and the space after each colon
plan-not-utf8 = The file is not in UTF-8: save it as UTF-8
plan-full-width-colon = “{ $key }” has a full-width colon: write a plain one with a space after it
plan-yaml-duplicate-key = The same key stands here twice: keep one
plan-yaml-bad-indent = The indentation is off: lines of one level must align
plan-yaml-tab-as-indent = Indent with spaces, not with tabs
plan-yaml-multiple-docs = One file holds one plan: remove the separator ---
plan-yaml-missing-char = A quote or bracket is missing
plan-yaml-aliases = Too many aliases (*), or one that points nowhere: write it out
plan-not-a-plan = This is not a plan file: it should begin with organization, people, measures
plan-missing = { $key } is missing
plan-wrong-type = This should be { $expected }
plan-type-text = a text
plan-type-list = a list
plan-type-map = a map of “key: value”
plan-type-boolean = true or false
plan-type-number = a whole number
plan-type-other = of another form
plan-wrong-form = “{ $value }” has the wrong form: see the description of the plan file
plan-unknown-key = There is no key { $key }; here may stand: { $known }
plan-unknown-key-nearest = There is no key { $key }; did you mean { $nearest }?
plan-not-one-of = “{ $value }” is not one of: { $options }
plan-out-of-range = { $value } is out of range
plan-empty = This must not be empty
plan-too-long = This is too long: at most 5000 characters
plan-bad-slug = The id “{ $value }” may hold only small letters, digits and hyphens, at most 24
plan-bad-date = “{ $value }” is no date: write 2026-03-25
plan-bad-zone = There is no time zone “{ $value }”: Asia/Shanghai, for example
plan-bad-duration = “{ $value }” is no duration: write 30m, 2h, 1d or 3wd (working days)
plan-bad-clock = “{ $value }” is no clock time: write 08:30, or none
plan-bad-quiet-hours = “{ $value }” is no span of hours: write 21:30-07:30, or none
plan-bad-quota = “{ $value }” is no quota: write 1 per quarter (day, week, half-month, month, quarter, half-year, year)
plan-bad-amount = “{ $value }” is no amount: write 12d per year or 32h per year
plan-bad-retention = “{ $value }” is no term of keeping: write 2y or 90d
plan-bad-selector = “{ $value }” names nobody: write a person's id, or role:, department: or post: and a name
plan-duplicate-id = The id { $id } is used twice
plan-duplicate-no = The problem number { $no } is used twice
plan-reserved-id = The id { $id } has a meaning of its own: choose another
plan-unknown-person = There is no person { $name }
plan-unknown-person-nearest = There is no person { $name }; did you mean { $nearest }?
plan-unknown-post = There is no post { $name }
plan-unknown-post-nearest = There is no post { $name }; did you mean { $nearest }?
plan-unknown-department = There is no department “{ $name }”
plan-unknown-department-nearest = There is no department “{ $name }”; did you mean “{ $nearest }”?
plan-unknown-problem = There is no problem { $name }
plan-unknown-problem-nearest = There is no problem { $name }; did you mean { $nearest }?
plan-unknown-role = There is no role { $name }
plan-unknown-role-nearest = There is no role { $name }; did you mean { $nearest }?
plan-superior-circle = The superiors go round in a circle: { $people }
plan-own-stand-in = { $id } cannot stand in for themself
plan-telegram-twice = telegram { $telegram } is already that of { $other }
plan-ends-before-it-begins = { $to } is earlier than { $from }
plan-absences-overlap = This overlaps the absence from { $from } to { $to }
plan-day-off-and-on = { $day } is a day off and a working day at once
plan-quiet-always = The quiet hours “{ $value }” begin and end at the same time
plan-schedule-and-quota = Of schedule and quota only one may stand here
plan-no-timing-three = “{ $title }” is four duties, please write each: general meeting of the branch (quota: 1 per quarter), branch committee (1 per month), Party group meeting (1 per month), by articles 11 to 13 of the rules on branch work; Party lecture (1 per quarter is common custom, the rules name no quarter)
plan-no-timing-rule = “{ $title }” does not say when: write schedule or quota. By the rules usually { $schedule }
plan-no-timing-custom = “{ $title }” does not say when: write schedule or quota. Common custom is { $schedule }
plan-no-timing = “{ $title }” does not say when: write schedule or quota
plan-schedule-without-dates = “{ $schedule }” has no dates: say how often, for example every month on the 25th
plan-deadline-without-day = “{ $deadline }” is no deadline: write a date, immediate or ongoing
plan-after-itself = “{ $title }” comes, in the end, after itself, and would never stop
plan-nobody-selected = { $selector } selects nobody
plan-duty-without-people = “{ $title }” does not say who does it
plan-only-oneself = “{ $title }” is with nobody but the person themself
plan-unit-without-contact = The department “{ $name }” has no contact: nobody to ask
plan-measure-without-lead = “{ $title }” has neither a duty nor a lead: nobody to ask
plan-files-disagree = { $key } of { $id } is not what { $file } says
plan-reporter-unused = “{ $title }” is no gathering with a clock time: the reporter has no effect, each person answers
plan-post-vacant = Nobody holds the post “{ $name }”: nobody is asked for its { $count ->
    [one] duty
   *[other] { $count } duties
  }
plan-no-secretary = Nobody is secretary: no one receives what is overdue
plan-no-head = There is no head of the organization: the last rung of the ladder reaches nobody
plan-check-problems = { $count } to correct:
plan-check-warning = Note: { $problem }
plan-check-office = { $name } ({ $people } people, { $problems } problems, { $measures } measures, { $duties } duties)
plan-check-measure = { $id }  { $title }
plan-check-duty = { $id }  { $title } ({ $kind }, { $people ->
    [one] { $people } person
   *[other] { $people } people
  }): { $dates }
plan-check-after = within { $within } after { $event }
plan-check-span-s = { $n ->
    [one] { $n } second
   *[other] { $n } seconds
  }
plan-check-span-m = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
  }
plan-check-span-h = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
  }
plan-check-span-d = { $n ->
    [one] { $n } day
   *[other] { $n } days
  }
plan-check-span-wd = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
  }
plan-check-no-dates = no dates to come
plan-check-no-file = { $path } cannot be opened
plan-check-no-plans = { $path } holds no .yaml, .yml or .json file
plan-check-good = Nothing to correct

### duty

duty-study = study
duty-study-done = Studied
duty-study-item = { $title }
duty-talk = talk
duty-talk-done = Talked
duty-talk-item = { $title }
duty-meeting = meeting
duty-meeting-done = Held
duty-meeting-item = { $title }
duty-minutes-check = minutes check
duty-minutes-check-done = Checked
duty-minutes-check-item = { $title }
duty-inspection = visit
duty-inspection-done = Visited
duty-inspection-item = { $title }
duty-progress = progress
duty-progress-done = Reported
duty-progress-item = Progress: { $title }
duty-report = report
duty-report-done = Reported
duty-report-item = { $title }
duty-deliverable = deliverable
duty-deliverable-done = Finished
duty-deliverable-item = { $title }
duty-other = item
duty-other-done = Finished
duty-other-item = { $title }

### config

config-wrong = { $name } is wrong: { $rule }
config-rule-token = it must be the token from @BotFather, like 123456789:AA…
config-rule-root = it must be an address that begins with http:// or https://
config-rule-webhook = it must be an address that begins with https:// and that Telegram can reach
config-rule-secret = it must be 1 to 256 characters, only letters, digits, _ and -
config-rule-redis = it must be an address that begins with redis:// or rediss://
config-rule-path = it must be the path of a file or folder
config-rule-port = it must be a whole number from 1 to 65535
config-rule-level = it must be one of debug, info, warn, error, silent
config-rule-proxy = it must be the address of a proxy that begins with http:// or https://
config-both = set either { $name } or { $name }_FILE, not both
config-file-unread = the file named by { $name }_FILE cannot be read: { $path }
config-file-empty = the file named by { $name }_FILE is empty: { $path }
config-webhook-secret = WEBHOOK_URL is set, so WEBHOOK_SECRET (or WEBHOOK_SECRET_FILE) must be set too
config-port-busy = port { $port } is taken: set another PORT, or stop the program that holds it
config-port-refused = port { $port } may not be listened on: set another PORT (one above 1024 usually works)

### intake

intake-no-year = The paper gives no year. Please say first which year its dates belong to.
intake-macros = The file holds macros. They were neither read nor run.
intake-pictures = Pictures in the file were not read. Please send any text in them separately.
intake-no-text = The file holds no text. It may be a scan or a picture.
intake-nothing-found = No problems or measures were found. Please check that this is a rectification plan, a ledger or a self-examination.
intake-past-progress-report = This is a report of work already done, so it yields no new duties.
intake-past-news = This is a news item about what has happened, so it yields no new duties.
intake-past-talk-record = This is the record of a talk. It yields no new duties and its content is not kept.
intake-claimed-problems = The paper speaks of { $said ->
    [one] { $said } problem
   *[other] { $said } problems
  } and lists { $listed }.
intake-claimed-measures = The paper speaks of { $said ->
    [one] { $said } measure
   *[other] { $said } measures
  } and lists { $listed }.
intake-claimed-aspects = The paper speaks of { $said ->
    [one] { $said } aspect
   *[other] { $said } aspects
  } and lists { $listed }.
intake-problem-without-measure = Problem { $no }, “{ $text }”, has no measure.
intake-measure-without-duty = The measure “{ $title }” names nothing that can be scheduled. It is kept; its lead, if any, is asked for progress once a month.
intake-fuzzy = For “{ $duty }” the paper says “{ $words }” without saying how often. Please decide.
intake-fuzzy-offer = For “{ $duty }” the paper says “{ $words }” without saying how often. Proposed: { $proposed }.
intake-term-offer = For “{ $duty }” the paper says “{ $words }”; when a term begins and ends is for the school to say. Proposed: { $proposed }.
intake-no-schedule = For “{ $duty }” the paper says neither how often nor by when. Please decide.
intake-no-schedule-offer = For “{ $duty }” the paper says neither how often nor by when. Proposed: { $proposed }.
intake-event-only = “{ $duty }” is done whenever something comes in and has no time of its own: its words are kept, nobody is reminded.
intake-unreadable-schedule = The time of “{ $duty }”, “{ $words }”, cannot be read. Please put it another way.
intake-no-anchor = From which day does “{ $words }” count for “{ $duty }”? Please give the date of the feedback or of the paper.
intake-unclear-deadline = The deadline of “{ $title }”, “{ $words }”, is not a definite date. Please decide.
intake-masked = The deadline of “{ $title }”, “{ $words }”, is masked. Please give the date.
intake-nobody-named = The paper only says “{ $words }”, which names nobody. Who is responsible?
intake-no-owner = Nobody is named for “{ $duty }” (measure “{ $title }”). Who is responsible?
intake-past-dates = The deadlines of { $count ->
    [one] { $count } measure has
   *[other] { $count } measures have
  } passed and are not reminded of; what recurs goes on.
intake-place-paragraph = paragraph { $n }
intake-place-table = table { $table }, row { $row }
intake-place-sheet = sheet “{ $name }”, row { $row }
intake-file-missing = There is no file { $file }.
intake-file-too-big = The file is larger than { $limit } MB. Please split it.
intake-file-bomb = The file unpacks to too large a size and was not read.
intake-file-entities = The file refers to outside entities and was not read.
intake-file-encrypted = The file has a password. Please remove it and send the file again.
intake-file-broken = The file is broken and cannot be opened.
intake-file-old-office = This is an old format. Please save as docx or xlsx.
intake-file-unknown = Only docx, xlsx, txt and md files can be read.
intake-file-too-long = The file has more than { $limit ->
    [one] { $limit } paragraph
   *[other] { $limit } paragraphs
  }. Please split it.
intake-file-too-deep = The file is nested too deeply and was not read.
intake-file-no-text = The file holds no text: it is empty, or holds nothing but pictures or a scan. Please send a text version.
intake-file-timeout = The file could not be read within { $limit ->
    [one] { $limit } second
   *[other] { $limit } seconds
  }. Please split it.
intake-summary = { $title }: { $problems ->
    [one] { $problems } problem
   *[other] { $problems } problems
  }, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
  }, { $duties ->
    [one] { $duties } duty
   *[other] { $duties } duties
  }, { $doubts } to confirm.
intake-written = Written to { $file }. Confirm each point, then run duban check.
intake-plan-heading = A plan drafted from { $title }. Lines marked “open” need an answer; then remove the # in front, and the [] of a list you write into.
intake-plan-open = open: { $text }
intake-plan-closed = the paper says finished or closed out: { $title }
intake-plan-no-people = The paper names no people. Please add them.

### sandbox
sandbox-title = Duban · local chat
sandbox-hint = Take the leader’s seat, tap a button under a message, then move the clock on by a day.
sandbox-hint-close = Got it
sandbox-local = Runs on this computer only; no message leaves it.
sandbox-seats = Seats
sandbox-clock = Office time
sandbox-clock-next = Next event
sandbox-clock-hour = +1 hour
sandbox-clock-day = +1 day
sandbox-clock-week = +1 week
sandbox-clock-moving = The clock is moving on: { $what }
sandbox-clock-upcoming = Next: { $time }, { $what }
sandbox-clock-failed = The clock did not get there; see the log in the terminal.
sandbox-other-language = 中文
sandbox-messages = Chat of { $name }
sandbox-write = Write a message
sandbox-send = Send
sandbox-reply = Reply to this
sandbox-reply-to = Reply to { $name }
sandbox-reply-cancel = Do not reply
sandbox-deleted = The message was deleted
sandbox-edited = edited
sandbox-attach = Add a photo or a file
sandbox-attach-remove = Remove { $name }
sandbox-photo = Photo
sandbox-location = Place
sandbox-commands = Commands
sandbox-block = Block the bot
sandbox-unblock = Unblock
sandbox-blocked = The bot is blocked; its messages do not arrive here.
sandbox-start = Start
sandbox-not-started = Not joined yet
sandbox-unread = { $count } unread
sandbox-group = Group
sandbox-speak-as = Speaking as
sandbox-group-add = Add the bot
sandbox-group-remove = Remove the bot
sandbox-group-without = The bot is not in this group.
sandbox-service-joined = { $name } added the bot to the group
sandbox-service-left = { $name } removed the bot from the group
sandbox-service-upgraded = The group became a supergroup
sandbox-empty = No messages yet
sandbox-newest = To the newest message
sandbox-working = Preparing a file…
sandbox-offline = The connection is lost; trying again.
sandbox-refused = That did not work; please try again.
sandbox-refused-bot-blocked = The bot is blocked; unblock it first.
sandbox-refused-busy = The clock is still moving; one moment.
sandbox-refused-nothing-ahead = Nothing is planned ahead.
sandbox-refused-text-too-long = A message holds 4096 characters; please split it.
sandbox-refused-too-large = The file is over 50 MB and cannot be sent.
sandbox-refused-unknown-button = This button is gone.
sandbox-refused-unknown-message = This message is gone.

### schedule

schedule-said = Read as: { $reading }
schedule-next = Next: { $days }
schedule-next-day = { $date } ({ $weekday }) { $time }
schedule-untimed = No hour is written: reminded of on that day, due by its end.
schedule-usage = Please write words about time, for example: /schedule last working day of every month at 5pm
schedule-recurring = { $bounds }{ $rule }{ $times }{ $shift }{ $first }
schedule-since = from { $since },{ " " }
schedule-until = until { $until },{ " " }
schedule-since-until = from { $since } until { $until },{ " " }
schedule-first = { " " }(first on { $date })
schedule-window = { $count }every { $unit }, by { $days }
schedule-half-month = { $count }every half month, by { $days }
schedule-day-window = { $count }every day
schedule-count = { $n ->
        [1] once
        [2] twice
       *[other] { $n } times
    }{ " " }
schedule-nth = { $n ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
       *[other] { $n }th
    }
schedule-unit-week = week
schedule-unit-month = month
schedule-unit-quarter = quarter
schedule-unit-half-year = half-year
schedule-unit-year = year
schedule-every-day = every day
schedule-every-days = every { $n } days
schedule-every-workday = every working day
schedule-every-feast = before every public holiday
schedule-every-week = every { $days }
schedule-every-weeks = every { $n } weeks on { $days }
schedule-every-period = every { $unit } on { $days }
schedule-every-n-week = every { $n } weeks on { $days }
schedule-every-n-month = every { $n } months on { $days }
schedule-every-n-quarter = every { $n } quarters on { $days }
schedule-every-n-half-year = every { $n } half-years on { $days }
schedule-every-n-year = every { $n } years on { $days }
schedule-rrule = by the rule RRULE:{ $rule }
schedule-rrule-words = { $words }{ $times } (by the rule RRULE:{ $rule })
schedule-in-month = { $day } of { $month }
schedule-in-nth-month = { $day } of the { $n } month
schedule-month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
schedule-before-feast = the day before the { $feast } holiday
schedule-on-feast = the first day of the { $feast } holiday
schedule-after-feast = the first working day after the { $feast } holiday
schedule-feast-new-year = New Year’s Day
schedule-feast-spring-festival = Spring Festival
schedule-feast-qingming = Qingming Festival
schedule-feast-labour-day = Labour Day
schedule-feast-dragon-boat = Dragon Boat Festival
schedule-feast-mid-autumn = Mid-Autumn Festival
schedule-feast-national-day = National Day
schedule-weekday-nth = the { $n } { $day }
schedule-weekday-last = the last { $day }
schedule-weekday-from-end = the { $n } last { $day }
schedule-workday-nth = the { $n } working day
schedule-workday-last = the last working day
schedule-workday-from-end = the { $n } last working day
schedule-day-nth = the { $n }
schedule-day-beside = the { $n } day
schedule-day-of-period = the { $n } day
schedule-day-last = the last day
schedule-day-from-end = the { $n } last day
schedule-weekday-1 = Monday
schedule-weekday-2 = Tuesday
schedule-weekday-3 = Wednesday
schedule-weekday-4 = Thursday
schedule-weekday-5 = Friday
schedule-weekday-6 = Saturday
schedule-weekday-7 = Sunday
schedule-weekday-1-short = Monday
schedule-weekday-2-short = Tuesday
schedule-weekday-3-short = Wednesday
schedule-weekday-4-short = Thursday
schedule-weekday-5-short = Friday
schedule-weekday-6-short = Saturday
schedule-weekday-7-short = Sunday
schedule-times = { " " }at { $times }
schedule-shift-next = , or the next working day if that is a day off
schedule-shift-previous = , or the working day before if that is a day off
schedule-date = { $day } { $name } { $year }
schedule-day-of-month = { $day } { $name }
schedule-once = { $date }{ $times }
schedule-once-before = by { $date }{ $times }
schedule-once-exact = { $iso }
schedule-after = within { $span } after the { $event }{ $times } (that is by { $date })
schedule-after-same-day = on the day of the { $event } (that is by { $date })
schedule-event-meeting = meeting
schedule-event-feedback = feedback
schedule-event-inspection = inspection
schedule-event-talk = talk
schedule-event-activity = activity
schedule-span-wd = { $n ->
        [1] 1 working day
       *[other] { $n } working days
    }
schedule-span-d = { $n ->
        [1] 1 day
       *[other] { $n } days
    }
schedule-span-h = { $n ->
        [1] 1 hour
       *[other] { $n } hours
    }
schedule-span-m = { $n ->
        [1] 1 minute
       *[other] { $n } minutes
    }
schedule-span-s = { $n ->
        [1] 1 second
       *[other] { $n } seconds
    }
schedule-ongoing = ongoing
schedule-ongoing-deadline = by { $date }, then ongoing
schedule-ongoing-immediate = at once, then ongoing

schedule-note-nth-week = A weekday of the n-th week is taken as the n-th such weekday of the month.
schedule-note-last-week = A weekday of the last week is taken as the last such weekday of the month.
schedule-note-every-other = “Every N” is counted from the first time; “every other” means every second.
schedule-note-every-n-weeks = No weekday is named, so the days are counted from the first time. For a fixed weekday write “every two weeks on Friday”.
schedule-note-every-n-months = No day is named, so it is due on the last day of each stretch of calendar months.
schedule-note-next-quarter-month = “The next month” is the month after; by quarters it is the first month of the next quarter.
schedule-note-weekday-once = Without “every” it is taken as the next one only. For each week write “every Friday”.
schedule-note-weekday-list = Several weekdays are taken as every week.
schedule-note-month-alone = Only a month is named: due on its last day.
schedule-note-days-list = Several days of the month are taken as repeating every month.
schedule-note-months-list = Several months are taken as every year.
schedule-note-day-alone = Only a day is named: the next one is taken. For each month write “the 15th of every month”.
schedule-note-month-end = “End” is taken as the last day.
schedule-note-window-last = A span is named: due on its last day.
schedule-note-night-hour = Without am or pm the hour is read on the 24-hour clock, before dawn. For the afternoon write “3pm”.
schedule-note-part-only = A part of the day without an hour: due by the end of that day.
schedule-note-time-range = A span of hours is named: its start counts.
schedule-note-skips-months = Months without that day are skipped. For every month write “last day of every month”.
schedule-note-before-feast = Taken as the last working day before each public holiday.
schedule-note-provisional = That year's public holidays are not announced yet: the date is provisional.
schedule-note-third = The thirds of a month are due on the 10th, the 20th and the last day.
schedule-note-shift-either = “Earlier or later” is taken as later.
schedule-note-amount = Hours and minutes are added up separately and do not change the dates.
schedule-note-year-assumed = No year is written, and this year’s day has gone by: next year’s is taken. If this year is meant, write the year.
schedule-note-period-once = Without “every” it is taken as the next one only. For each month or quarter write “by the end of every month”.
schedule-note-before-period = “Before” a month, a quarter or a half-year is taken as by its last day. If before it begins is meant, write the date.
schedule-note-feedback-anchor = No date of the feedback is known: counted from today.
schedule-note-receipt = It does not say when it was received or issued: counted from the day that counts as the start, or else from today.
schedule-note-about = “About” a day is read as that day.
schedule-note-past = This date has gone by: it counts as overdue.

schedule-problem-empty = No time is written. Write one, for example “every Friday at 3pm” or “by the end of June 2026”.
schedule-problem-long = This is too long for a schedule. Write only the time, for example “by the 10th of every month”.
schedule-problem-unread = “{ $word }” cannot be read. Write it another way, for example “every Friday at 3pm”, “last working day of every month”, “by the end of June 2026”.
schedule-problem-vague = “{ $word }” names no time. How often, or by which day? For example “once a quarter”, “by the end of June”.
schedule-problem-no-cadence = “{ $word }” does not say which day, or how often. Write for example “first Monday of every month” or “by June 30”.
schedule-problem-date = There is no day { $word }. Correct the date.
schedule-problem-day = “{ $word }” does not exist: a month has at most 31 days (February 29), a week runs from Monday to Sunday. Correct the date.
schedule-problem-weekday = { $word } is not the weekday written beside it. Check the date.
schedule-problem-pairs = Different days have different times. Make two duties of it, each with its own schedule.
schedule-problem-month = “{ $word }” is not one of the months there. Correct the month.
schedule-problem-nth = No such period has a number { $word }. Write for example “first Monday” or “last working day”.
schedule-problem-count = The number “{ $word }” is too large or wrong. Correct it.
schedule-problem-time = “{ $word }” is no clock time. Write one from 00:00 to 23:59; for the end of the day write “23:59”, or “0:00” of the next day.
schedule-problem-too-often = “{ $word }” is not supported. Write days, weeks, months, quarters or years, for example “every day at 9:00 and 15:00”.
schedule-problem-two-cadences = More than one period or date is named, and it is not clear which counts. Write one, for example “every Friday” or “by the 10th of every month”.
schedule-problem-which-week = Which of them in the period? Write for example “first Friday of every month”.
schedule-problem-which-month = A quarter or half-year has several months. Write which, for example “by the 10th of the first month of every quarter”.
schedule-problem-feast = It is not known when “{ $word }” is: the holiday table does not have it. Write the date.
schedule-problem-never = Nothing falls between the dates that are written. Write it another way, for example “by the 10th of every month until the end of 2026”.
schedule-problem-rrule = This rule cannot be read: { $word }. FREQ may be DAILY, WEEKLY, MONTHLY, YEARLY, with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYHOUR, BYMINUTE, BYSETPOS, COUNT, UNTIL.
schedule-problem-zone = The time zone “{ $word }” is not known. Write an IANA name, for example Asia/Shanghai.
schedule-problem-from = The starting time “{ $word }” cannot be read. Write 2026-03-01 or 2026-03-01T09:00:00+08:00.
schedule-problem-number = The count “{ $word }” should be a whole number from 0 to 1000.
schedule-problem-line = This line is not a JSON object with a phrase.
schedule-ask-parity = “{ $word }” depends on the week to count from. Name the first day, for example “every two weeks on Friday from 2026-03-06”.
schedule-ask-two-months = “{ $word }” can mean the even (odd) months or every second month. Write for example “every two months on the 15th”.
schedule-ask-weekend = Is “{ $word }” Saturday or Sunday? Write for example “every Saturday”.
schedule-ask-school-term = “{ $word }” has no fixed date. Write the dates, for example “every year on March 1 and September 1”.
schedule-ask-per-event = “{ $word }” depends on the meeting and has no date of its own. Write how long after it, for example “within 3 working days after the meeting”.
schedule-ask-year-start = “{ $word }” is no definite day. Write the date, for example “by January 10”.
schedule-ask-lunar = The lunar calendar is not supported (“{ $word }”). Write the solar date.
schedule-ask-days-off = “{ $word }”: do weekends count? For working days only write “every working day”; to move it write “or the next working day if that is a day off”.
schedule-ask-masked = “{ $word }” is left blank and is not filled in by guessing. Write the date, for example “by June 30”.
schedule-ask-week-of = “{ $word }” names no weekday. Write for example “the first Friday of each month”.
schedule-ask-before-end = “{ $word }” can mean that many days ahead or within those days. Write for example “the third last working day of each month” or “by the 28th of each month”.
schedule-ask-several = “{ $word }” names several days. Write them as separate items, or begin with “every year”.
schedule-ask-either = “{ $word }” names two periods. Choose one, for example “once a quarter”.
schedule-ask-day-month = “{ $word }” can mean two dates. Write it as “2026-06-03”.
schedule-ask-start-only = “{ $word }” says only when it begins. How often, or by which day? For example “every Friday from today” or “by the end of June”.
schedule-ask-which-feast = “{ $word }” does not say after which holiday. Write for example “the first working day after National Day”.
schedule-ask-days-before-feast = Which day is “{ $word }”? Write the date, or “before National Day” if it is enough to be done before the holiday.
schedule-ask-before-event = “{ $word }” depends on when the meeting is held. Write a fixed day, for example “by the 20th of each month”.
schedule-ask-each-five = “{ $word }” can mean one day or each day that ends in that figure. Write “every month on the 5th” or “on the 5th, 15th and 25th of each month”.
schedule-ask-weekly-once = “{ $word }” can mean once a week or every Monday. Write “once a week” or “every Monday”.

### reply

reply-intent = Read as: { $intent }
reply-intent-done = done
reply-intent-not-done = not done yet
reply-intent-progress = partly done
reply-intent-postpone = moved to another day
reply-intent-excuse = unable to attend
reply-intent-delegate = handed to somebody else
reply-intent-undo = takes back an earlier report
reply-intent-question = a question
reply-intent-acknowledge = acknowledged, which is not done
reply-intent-none = not about a duty, or not clear
reply-act = Part { $n }: { $text }
reply-date = Date: { $value }
reply-people = People: { $value }
reply-unresolved = To be asked who is meant: { $value }
reply-until = Moved to: { $value }
reply-stand-in = Stand-in: { $value }
reply-topic = Topic: { $value }
reply-on-behalf = On behalf of: { $value }
reply-absent = Absent: { $value }
reply-expected = Expected: { $value }
reply-present = Present: { $value }
reply-away-until = Away until: { $value }
reply-merged = Merged into: { $value }
reply-void = Cancelled or merged this time; the reporter or the secretary confirms
reply-meant = Item: { $value }
reply-asks = Would ask which: { $value }
reply-meant-none = Item: none of those open
reply-problem-open = open must be a list of items, each with title, duty, due
reply-pick = Chooses number { $number }
reply-corrects = Corrects an earlier report
reply-swayed = By rule read as “{ $intent }”; moved by its sound, which is { $percent }% sure
reply-evidence = Evidence: { $text }
reply-sensitive = Sensitive: { $what }
reply-sensitive-id-number = identity number
reply-sensitive-phone = telephone number
reply-sensitive-case = case or lead
reply-sensitive-classified = marks of classified matter
reply-problem-person = the plan has nobody, or more than one person, called “{ $word }”
reply-problem-as = “as” is missing: the id, name or alias of who speaks
reply-problem-at = “{ $word }” is no date and time, such as 2026-03-25T10:00
reply-problem-line = this line is no JSON object, or has no text

### spine

empty = { "" }
title = { $title }
title-with = { $title } with { $names }
title-with-many = { $title } with { $names } and others ({ $count } in all)
comrade = { $name }
post = { $name } (vacant)
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
day-today = today
day-tomorrow = tomorrow
day-full = { $weekday } { $day } { $month }
day-short = { $day } { $month }
day-time = { $day } { $time }
by = by { $when }
within = { $when }
late-since = was due { $when }, { $days } working { $days ->
    [one] day
   *[other] days
} late
late-today = was due { $when }, now over
own-one = { $name }, one thing to do:
own-one-late = { $name }, one thing is overdue:
own-many = { $name }, { $count ->
    [one] { $count } thing
   *[other] { $count } things
  } to do:
own-next-rung = Without an answer by { $when } it goes to { $person }.
own-in-holiday = That day is in the holiday ({ $span })
list-item = { $no }  { $title } – { $when }
list-own-days = { $no }  { $title }: days last week
list-own-hours = { $no }  { $title }: hours last week
list-hint = Tap a number, or reply “1 done”.
choice = { $no }  { $title }
hint-done = Tap “{ $done }” when it is done, or just reply.
hint-event = See you there; if you cannot come, tap “Leave”.
hint-early = Can be recorded from { $day }; please plan it.
hint-which-talk = Tap the name of whom you talked with, or reply “talked with …”.
hint-days = On how many days of last week did you study? Only you see this.
alert-head = { $name }, { $count } overdue, { $total } in all now.
alert-item = { $person }: { $title }
alert-item-numbered = { $no }  { $person }: { $title }
alert-late = Was due { $when }, { $days } working { $days ->
    [one] day
   *[other] days
} late
alert-late-today = Was due { $when }, now over
alert-due = Was due { $when }
alert-history = Past before the plan was adopted; for your information only
alert-not-reached = { $person } was not reached, please call
alert-told-sent = Reminded { $times ->
    [one] once
   *[other] { $times } times
}, delivered, { $answer }
alert-told-unconfirmed = Reminded { $times ->
    [one] once
   *[other] { $times } times
}, delivery not confirmed
alert-told-relayed = You were asked to pass it on, { $answer }
alert-answer-none = no answer
alert-answer-seen = seen, not done
alert-answer-until = asked for time until { $day }, not decided yet
alert-answer-extension = asked for more time, not decided yet
alert-answer-leave = asked for leave, not decided yet
alert-next-rung = Without an answer by { $when } it goes to { $person }
acting-for = { $person } (for { $instead })
escalation-head = { $name }, { $count } { $count ->
    [one] item needs
   *[other] items need
} your attention.
escalation-why-head = By the plan, what stays unanswered goes to the head.
escalation-why-superior = By the plan, what stays unanswered goes to the superior.
escalation-private = Sent to you alone; the person was told before.
relay-head = { $name }, please pass on { $count } { $count ->
    [one] item
   *[other] items
} (not joined):
relay-item = { $no }  { $person }: { $title }, { $when }
relay-hint = When done, tap the number to record it on their behalf.
relay-whole = Please forward to { $name }:
recorded-head = Recorded:
recorded-head-behalf = Recorded for { $person }:
recorded-done = { $day }: { $title }
recorded-excused = { $title }: excused ({ $reason })
recorded-void = { $title }: not held this time
own-week-d = { $title }, { $from } to { $to }: { $n } d
own-week-h = { $title }, { $from } to { $to }: { $n } h
own-week-over = { $title }, { $from } to { $to }: that week is over and is not asked for any more
recorded-gap = { $title }: during an outage, counted apart
recorded-vacant = { $title }: post vacant
recorded-late = Done { $days } working { $days ->
    [one] day
   *[other] days
} late.
line-done = { $line } – done ({ $day })
line-part = { $line } – talked with { $count }
line-excused = { $line } – excused
line-void = { $line } – not held
line-gap = { $line } – outage
line-vacant = { $line } – vacant
talks-left = Still to talk with { $window ->
    [day] today
    [week] this week
    [half-month] this half-month
    [month] this month
    [quarter] this quarter
    [half-year] this half-year
    [year] this year
   *[other] in that period
  }, { $count } in all: { $names }.
talks-content = Only date and person are kept, not what was said.
seen-one = Thank you, “{ $title }” is noted as seen, not as done.
seen-many = Thank you, { $count ->
    [one] { $count } item is
   *[other] { $count } items are
  } noted as seen, not as done.
still-open = { $count ->
    [one] Thank you. One is not done yet:
   *[other] Thank you. { $count } are not done yet:
}
seen-next = You will be reminded { $when }.
seen-no-reminder = No further reminder before it is due; please reply when done.
seen-late = It is past due; reply when done, or with the day it moves to.
seen-late-some = { $count ->
    [one] { $count } that is past due is
   *[other] { $count } that are past due are
  } not said again; please reply when done.
seen-event = Thank you, “{ $title }” is noted as seen.
seen-attend = { $person } records it afterwards; nothing else is needed from you.
seen-nothing = Thank you. Nothing is open for you now.
seen-chat = Thank you.
later-at = “{ $titles }”: you will be reminded { $when }.
later-due = It is still due { $due }.
settled-by = “{ $title }” was recorded by { $person } ({ $day }); nothing was added.
settled-before = “{ $title }” was recorded before; nothing was added.
refused-not-begun = “{ $title }” begins { $when }; it cannot be recorded yet.
refused-too-early = “{ $title }” counts from { $when }; it was not recorded.
move-ask = Move “{ $titles }” to which day?
move-hint = You can also reply with a date.
move-past = That day has passed; nothing was changed. Please name a later one.
extended = “{ $title }” is now due { $day }.
request-leave = { $person } asks to be excused from “{ $title }”, due { $when }.
request-extension = { $person } asks to move “{ $title }” to { $day }; it is due { $when }.
request-reason = Reason: { $reason }
requested-leave = Your request went to { $approver }; until then “{ $title }” stays as it is.
requested-extension = Your request for { $day } went to { $approver }; until then “{ $title }” stays as it is.
leave-recorded = Leave recorded: { $title } ({ $when }).
leave-told = { $person } is on leave: { $title } ({ $when }).
leave-agreed = You are excused from “{ $title }”.
declined = The request about “{ $title }” was not agreed to; the date stays.
card-agreed = Agreed.
card-declined = Declined; they were told.
decide-over = This request was decided before, or another day was asked for since: nothing changed.
decline-recorded = They were told: “{ $title }” stays as it is.
excuse-ask = Excuse from “{ $title }” – for what reason?
excuse-reason-away = Travelling
excuse-reason-ill = Ill
excuse-reason-duty = On duty
excuse-reason-training = Training
reason-away = travelling
reason-ill = ill
reason-duty = on duty
reason-training = training
reason-leave = leave
reason-plan = plan changed
reason-outage = outage
reason-text = { $reason }
undone = Taken back: { $title }, still due { $when }.
undo-more = The last one is already taken back. Take this back too: {$day}, {$title}?
unheld-told = The record of “{ $event }” was taken back; “{ $title }” need not be done for now.
held-again-told = “{ $event }” was recorded again; “{ $title }” is owed { $when } all the same.
undo-nothing = There is nothing to take back.
date-ask = On which day was it done?
amend-future = That day has not come yet; nothing was changed.
not-so-done = What was recorded for you about “{ $title }” is taken back, and the office was told.
not-so-told = { $person } says the record on their behalf of “{ $title }” is wrong; it was taken back.
on-behalf = { $by } recorded for you: { $day }, { $title }.
nudge-why = { $by } asks you to see to this:
nudged = { $person } was reminded: { $title }.
urged = { $by } asks the office to remind { $person } again: { $title }.
urge-done = The office was asked to remind again.
hold-ask = Hold “{ $title }” back from the next rung – for what reason?
hold-reason-away = Away
hold-reason-busy = In progress
hold-reason-checking = Being checked
hold-reason-other = Other
held = “{ $title }” is held until { $when }, once only.
held-before = This was held once before and cannot be held again.
noted-progress = Progress noted: { $titles }. Not yet recorded as done.
noted-not-done = Noted, “{ $titles }” is not done yet.
told-void = { $person } says that “{ $title }” was cancelled or merged; please see to it.
told-delegate = { $person } wants to hand “{ $title }” to somebody else; please see to it.
telling-void = The office was told about “{ $title }”; until it is recorded reminders go on.
telling-delegate = The office was told about “{ $title }”; until it answers it stays with you.
name-unclear = “{ $name }” does not fit exactly one person; please write the full name.
period-left = The other one ({ $when }) is still open.
which-done = Which one was done? Tap its number to record it:
which-item = Which one do you mean? Tap its number to open it:
not-understood = That was not understood, nothing was recorded. Open for you – tap a number:
number-beyond = There is no number { $no } in that list; nothing was recorded. Open for you – tap a number:
none-such = No “{ $name }” is open for you; nothing was recorded. Open for you – tap a number:
not-understood-again = Still not understood; nothing was recorded. Tap a number above, or reply like this: “1 done”, “2 moved to Friday”.
not-understood-last = That was not understood; what was recorded of “{ $title }” stays. To change it reply “correction, …”.
not-understood-question = Open for you – tap a number:
courtesy = { $count ->
    [0] Hello. Nothing is waiting for you.
    [one] Hello. One thing is waiting for you: send /today to see it.
   *[other] Hello. { $count } things are waiting for you: send /today to see them.
}
courtesy-thanks = You are welcome.
draft-state-none = No plan is being drafted; the one in force has { $measures ->
    [one] one measure
   *[other] { $measures } measures
}. Send the file of a new plan to draft it.
draft-state-asking = “{ $title }” is not in force yet: { $done } settled, { $left } for you to decide.
inquiry-open = “{ $title }”: { $when }, not yet recorded as done.
inquiry-ahead = “{ $title }”: { $when }.
inquiry-of = { $person }:
inquiry-of-nothing = Nothing is open for { $person } now.
inquiry-not-yours = Please ask the office about what others owe.
inquiry-more = And { $count } more: send /today to see them.
nothing-open-unrecorded = Nothing was recorded: nothing is open for you now.
nothing-open = Nothing is open for you now.
nothing-overdue = Nothing is overdue now.
sensitive = The message seems to hold an ID number, a phone number, a case clue or classified matter; nothing was recorded. Please delete it and write only what, when and with whom.
too-long = The message is too long and was not read. One sentence is enough.
no-words = The attachment came without words. Please add a line, such as “1 done”.
unknown-command = There is no such command. Send /help to see how it works.
not-allowed = Only the office can do this.
listed-which = { $count ->
    [0] Nothing was listed lately. Send /overdue to see what is late, then reply “nudge 1”.
   *[other] Which line? Give its number, for example “nudge 1”.
}
listed-settled = This was recorded before.
nudge-own = Nobody to nudge here: it is settled, or your own.
apology = Your last message could not be handled and nothing was recorded. Please send it again, or tell the office.
meeting-unknown = Nothing waits for “{ $name }”. Write /meeting NAME.
meeting-recorded = Recorded: { $name }. { $count } follow-up { $count ->
    [one] item
   *[other] items
} opened.
help-head = This is the follow-up bot of { $office }: it reminds of what is due and records what was done.
help-report =
    Tap a button when it is done, or reply in a sentence:
    “3 done”, “held it yesterday”, “move to Friday”.
help-undo = Recorded by mistake: reply “undo”. Away: reply “away from Wednesday to Friday”.
help-next = { $count ->
    [0] Nothing is open for you now; you will be reminded.
    [one] One thing is open for you: “{ $title }” ({ $when }). Send /today to see it.
   *[other] { $count } things are open for you, the first is “{ $title }” ({ $when }). Send /today to see all.
}
help-overdue = /overdue shows what is late, /digest the next weekly report.
button-help-office = For the office
button-help-papers = Papers
help-office =
    /overdue, then “nudge 1”, “record 1” or “hold 1”
    /digest the next one, /publish how it comes out
    /ledger, /meeting NAME held
    /away NAME Wednesday to Friday
    /holiday and /workday with a date
    Paste the holiday notice of the year, or send its file
    /schedule every Friday at 3pm, to see how it is read
help-papers =
    /report 2026-06 the month, /report lastweek the week
    /evidence 3 the file of problem 3
    /week the days ahead, /mine your month
help-complaint = If this is a burden or seems wrong, please tell the office.
joined = Welcome, { $name }. This is the follow-up bot of { $office }.
joined-open = Open for you now: { $count }. Send /today to see them.
stranger = Hello, this service is for the staff of one office only; please contact that office.
invite-refused = This link is not valid or was used before; please ask the office for a new one.
group-ask = The bot was added to the group “{ $title }”. Which group is it?
group-linked = Linked: { $group }. The weekly report will go there.
group-unconfirmed = It is not known whether the message to “{ $group }” arrived. Please look there, and tap “Send again” if it did not.
sent-again = Sent again.
plan-differs = The plan file differs from the plan as changed in chat; the latter stays in force. Please compare them and decide.
outage-why = The system was down from { $from } to { $to }. What fell due meanwhile is not late if reported within two working days.
outage-lost = The system was down from { $from } to { $to }; messages you sent between { $from } and { $lostTo } did not arrive, please send them again. What fell due meanwhile is not late if reported within two working days.
button-number = { $n }
button-person = { $name }
button-seen = Seen
button-all-seen = All seen
button-leave = Leave
button-later = Later
button-more = Move
button-undo = Undo
button-date = Other day
button-not-so = Not so
button-handle = See to it
button-nudge = Remind
button-record = Record for them
button-excuse = Excuse
button-hold = Hold
button-urge-office = Ask the office
button-agree = Agree
button-decline = Decline
button-send-again = Send again
button-link-group = { $group }
toast-recorded = Recorded
toast-not-recorded = Not recorded
toast-not-changed = Nothing changed
toast-settled = Recorded before
toast-seen = Seen, not done
toast-later = Reminder { $when }
toast-undone = Taken back
toast-not-undone = Not taken back
toast-requested = Sent to the office
toast-nudged = Reminded
toast-urged = Sent to the office
toast-held = Held
toast-held-before = Held once before
toast-linked = Linked
toast-sent-again = Sent again
toast-refused = This button is not for you
digest-head = Weekly report, { $from } – { $to }
digest-head-day = Weekly report, { $day }
digest-window = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } left of the rectification window
digest-total = In all
digest-begun = Running since { $day }: problems { $problems }, measures { $measures }, duties { $duties }.
digest-begun-measures = Running since { $day }: measures { $measures }, duties { $duties }.
digest-due = Due: { $due }.
digest-due-people = Due: { $due } (meetings counted by person).
digest-due-none = Nothing was due.
digest-terms = Of these: { $parts }.
digest-term-done = { $n } on time
digest-term-donelate = { $n } done late
digest-term-excused = { $n } excused
digest-term-open = { $n } open
digest-term-overdue = { $n } overdue
digest-term-missed = { $n } missed
digest-term-gap = { $n } during an outage
digest-beside-void = Besides, { $n } cancelled.
digest-beside-vacant = Besides, { $n } of vacant posts.
digest-beside-caughtup = Earlier items completed: { $n }.
digest-progress = What moved
digest-progress-none = Nothing was completed.
digest-moved = { $measure }: { $deeds }
digest-deed = { $title } × { $n }
digest-deed-came = { $title } × { $sessions } ({ $present } of { $expected } came)
digest-late = What needs a push
digest-late-none = Nothing is overdue.
digest-late-person = { $title } ({ $person }), { $days } working { $days ->
    [one] day
   *[other] days
} late
digest-late-department = { $title } ({ $department }), { $days } working { $days ->
    [one] day
   *[other] days
} late
digest-late-item = { $title }, { $days } working { $days ->
    [one] day
   *[other] days
} late
digest-late-leaders = Leaders’ own items: { $n }, reminded in private
digest-unreached = Not reached: { $n }, the office is getting in touch
digest-ahead = Coming up
digest-ahead-none = Nothing falls due.
digest-ahead-on = { $day }: { $title }
digest-ahead-by = By { $day }: { $title }
digest-more = { $n } more

### replies

not-understood-one = I did not understand; nothing was recorded.
which-act = Which item do you mean? Tap its number:
which-person = Which “{ $name }” do you mean? Tap or reply with the name:
person-and-post = { $name } ({ $post })
choice-period = { $title } ({ $when })
behalf-not-allowed = Only the office, a superior or a stand-in may report for others; nothing was recorded.
behalf-meant = “{ $title }” is up to { $person }. Record it on their behalf?
talk-not-owed = No talk with { $names } is owed in this period; nothing was recorded.
behalf-nothing-open = This person has nothing open; nothing was recorded.
delegated = “{ $title }” now goes to { $person }; the office knows.
delegated-why = { $by } asks you to stand in:
delegated-told = { $by } has handed “{ $title }” to { $person }.
cancel-ask = “{ $title }” does not take place? Please choose:
merge-ask = With which meeting was “{ $title }” held?
cancel-owed = “{ $title }” counts by period: one cancelled date stays owed. It can move to another day of the period.
cancel-why = Why is “{ $title }” off this time? Tap, or reply with a line:
cancel-reason-clash = Meetings clash
cancel-reason-head-away = Head is away
cancel-reason-superior = Ordered from above
cancel-reason-other = Other
cancelled = Recorded: { $title } ({ $when }) is off this time, { $reason }. { $count ->
    [one] { $count } person was
   *[other] { $count } people were
  } told.
cancel-told = { $title } ({ $when }) is off: { $reason }.
moved-told = { $title } moves to { $day }.
merge-which = Into which meeting is “{ $title }” merged?
merge-none = The plan has no other meeting to merge into.
reason-merged = merged into { $title }
reason-edited = the message was edited
reason-not-so = the person says it is not so
reason-amended = corrected
reason-correction = more time after a correction
reason-wrong-item = wrong item reported
reason-wrong-person = wrong person reported
reason-not-done = it was not done
reason-clash = meetings clash
reason-head-away = the head is away
reason-superior = ordered from above
reason-misremembered = remembered wrongly
reason-verified = checked since
reason-other = other reasons
undo-too-late = Too late to take it back; it can still be corrected, with a reason.
correct-why = Please give the reason for the correction.
amend-why = Why is “{ $title }” to be changed? Tap, or reply in a sentence:
correct-which = What is wrong with “{ $title }”? Tap, or reply with a line:
correct-reason-wrong-item = Wrong item
correct-reason-not-done = It was not done
correct-reason-wrong-person = Wrong person
correct-reason-other = Other
corrected = Corrected: { $title } is open again ({ $reason }), due { $when }.
change-why = Reason: { $reason }.
change-undone = { $person } took back the record of “{ $titles }”.
change-corrected = { $person } corrected: “{ $title }” is open again, { $reason }.
change-day = { $person } corrected “{ $title }”: { $before } becomes { $after }.
change-people = { $person } corrected: “{ $before }” becomes “{ $after }”.
change-record = { $person } corrected what was recorded of “{ $title }” on { $day }.
record-topic = Topic: { $topic }.
amend-what = I could not tell what to change; nothing was changed. Please write the right day, person or number.
amend-nobody = Nothing is open for { $names }; nothing was changed.
people-ask = With whom was the talk?
people-none = Nobody else is left to talk with this period.
attendance = { $parts }.
attendance-attended = { $names } attended
attendance-expected = { $n } expected
attendance-present = { $n } present
attendance-absent = { $name } absent ({ $reason })
sensitive-warning = This looks like { $what }; your words were not kept. Better delete the message and write only item, time and person.
erased = Your message and the words kept of it are deleted.
erased-here = The words kept are deleted. Please delete the message yourself.
evidence-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
  } of evidence noted.
evidence-to = About “{ $title }”:
evidence-form-photo = photo
evidence-form-document = document
evidence-form-voice = voice message
evidence-form-video = video
evidence-form-other = attachment
evidence-form-location = location
evidence-form-place = place of deposit
evidence-form-document-number = document number
entry-evidence = { $about }  evidence: { $form }
entry-delegated = { $about }  from { $person } to { $to }
entry-erased = { $files ->
    [0] Texts erased: { $count }
   *[other] Evidence files erased, their time being over: { $files }
  }
button-people = Change person
button-merge = Merge
button-merge-into = Merge into { $title }
button-cancel = Off this time
button-erase = Delete this message
toast-erased = Deleted
evidence-kept = { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
  } kept.
evidence-added = { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
  } kept with “{ $title }”.
evidence-also = Kept with “{ $title }” as well: { $count }.
refile-none = No photo that was just sent was found; nothing changed. Please send it again and say what it is of.
evidence-not-done = Not yet recorded as done; when it is, tap “{ $done }”.
evidence-which = Which item does it belong to? Tap its number:
evidence-nothing = The attachment is kept; you have nothing open, so it belongs to no item.
evidence-too-large = The file “{ $name }” is over 20 MB and was not received. Please send a smaller one, or write where it is kept.
evidence-failed = The attachment could not be fetched and was not kept. Please send it again, or write where it is kept.
evidence-talk = Of talks no papers are kept; the attachment was not stored. You may reply where it lies.
evidence-whole = { $count ->
    [one] { $count } attachment
   *[other] { $count } attachments
  } kept with { $whole }.
evidence-line-whole = { $count ->
    [one] { $count } line
   *[other] { $count } lines
  } of evidence noted for { $whole }.
evidence-line-which = Which item is this evidence of? Tap its number:
whole-measure = the measure “{ $title }”
whole-problem = problem { $no }
evidence-file = attachment
voice-unread = I cannot understand voice; nothing was recorded and the office was asked to record it. A line is quicker, such as “1 done”.
voice-unread-own =
    The voice message was not understood; nothing was recorded.
    Please write a sentence, for example “1 done”.
voice-relay = { $person } sent a voice message that I cannot understand; please ask and record it.
voice-kept = The voice message is kept with “{ $title }”; nothing was recorded, and the office was asked to record it.
edit-unclear = I did not understand the changed words; the record stays as it was.
edit-undone = The earlier record was taken back, as the changed words say.

### start

start-data = Data folder: { $path }
start-web = Health: { $url }
start-chat = The local chat is open at { $url }
start-ready = Ready after { $seconds } s. Ctrl-C stops it.
start-no-plan-file = The plan file { $path } cannot be read; please check PLAN_FILE.
start-plan-bad = The plan has { $count ->
    [one] { $count } problem
   *[other] { $count } problems
  } and was not adopted:
start-plan-problem = { $where }: { $problem }
start-webhook = WEBHOOK_URL has no effect yet: this version receives updates by long polling and needs no public address.
start-claim = { $office }: the secretary claims the bot with this one-time link: { $link }
start-no-plan = There is no plan yet: set PLAN_FILE and start again, or let the secretary claim the bot and send it the paper.
start-bug = Something inside went wrong, stopping: { $error }
store-other-world = This store belongs to the other kind of start (local chat or real bot); they are never mixed. Choose another DATA_DIR or REDIS_URL.
store-newer = This store was written by a newer version; please update before starting.
store-too-old = This store is too old to be brought up to date; please export it with the version that wrote it.
event-digest = Weekly report of { $group }
event-person = What waits for { $name }
event-measure = { $title }

### cli

cli-about = Duban: a rectification plan becomes reminders, reports and a record.
cli-import = read a plan document (docx, xlsx, txt, md) as a draft with its doubts marked
cli-check = every problem of a plan file with its place, or the next dates of every duty
cli-schedule = how a phrase is read, and the next dates; - reads lines of JSON from standard input
cli-interpret = what the bot would understand of a reply; - reads lines of JSON from standard input
cli-help = show how a command is used
cli-option-version = show the version
cli-option-help = show how it is used
cli-option-json = print JSON
cli-option-span = span of the report: 2026-06, 2026-W13, 2026-Q2, 2026-H1, 2026, or 2026-06-01..2026-06-30
cli-option-problem = number of a problem in the feedback letter
cli-option-measure = id of a measure
cli-option-person = id of a person
cli-option-colour = colour of the reminder letter: green, yellow, red
cli-option-names = name people
cli-option-language = language of the words: zh or en
cli-option-output-plan = write the draft as a plan file
cli-option-year = the year of a document that names none
cli-option-schema = print the JSON Schema of the plan file
cli-option-from = strictly later than this day or instant (default: now)
cli-option-count = how many dates (default: 5)
cli-option-timezone = zone (default: Asia/Shanghai)
cli-option-plan = a plan file, or a folder of them
cli-option-as = who speaks: id, name or alias
cli-option-at = when it was said (default: now)
cli-option-duty = the kind of duty it answers
cli-option-title = the title of what it answers
cli-option-due = when that is due
cli-option-open = titles of several things open, parted by semicolons: which one is meant is read too
cli-option-reply-to = the message it replies to; its numbered lines are the choices
cli-title-usage = Usage:
cli-title-arguments = Arguments:
cli-title-options = Options:
cli-title-commands = Commands:
cli-exit-codes = Exit code: 0 good, 1 a problem was found or something could not be read, 2 the command was mistyped.
cli-missing = { $what } is missing; --help shows how it is used.
cli-excess = There are too many arguments; text with spaces belongs in quotes.
cli-unknown = There is no command "{ $command }"; there are: { $commands }.
cli-option-bare = The option { $option } needs a value.
cli-option-unknown = There is no option { $option }; --help shows how it is used.
cli-option-wrong = The option { $option } cannot be "{ $value }".
cli-misused = The command was mistyped: { $reason }
cli-plan-bad = The plan { $path } has { $count ->
    [one] { $count } problem
   *[other] { $count } problems
  }; run duban check first.
cli-bug = Something inside went wrong: { $reason }
cli-simulate = a rehearsal: who would be told what, and when
cli-option-from-date = first day (default: today)
cli-option-to-date = last day (default: 30 days on)
cli-option-answer = all: everyone reports in time (default); none: nobody ever does
cli-span-wrong = { $from } to { $to } is no span that can be played; the longest is { $years } years.
simulate-head-all = { $office }, { $from } to { $to }, as if adopted on the first day and everyone reported in time:
simulate-head-none = { $office }, { $from } to { $to }, as if adopted on the first day and nobody ever reported:
simulate-day = { $day }
simulate-message = { "  " }{ $time }  { $to }  { $kind }{ $about }
simulate-about = : { $titles }
simulate-kind-reminder = reminder
simulate-kind-ask = question how it went
simulate-kind-overdue = overdue
simulate-kind-alert = overdue in the office
simulate-kind-escalation = escalation
simulate-kind-nudge = nudge
simulate-kind-digest = weekly report
simulate-kind-relay = to be passed on
simulate-kind-answer = answer
simulate-kind-edit = update
simulate-kind-plain = message
simulate-kind-warn = a measure's deadline
simulate-kind-aside = aside
simulate-people = Messages per person:
simulate-person = { "  " }{ $name }: { $messages } in all, { $average } a week on average, { $most } in the fullest week
simulate-calm = Nothing collides, and no day is too full.
simulate-troubles = Worth a look:
simulate-collision = { "  " }{ $name } { $at } has at the same time: { $titles }
simulate-overload = { "  " }{ $name } { $day }: { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
  } in one day
simulate-crowded-day = { "  " }{ $name } { $from }: { $count } things due in one day
simulate-crowded-week = { "  " }{ $name } week of { $from }: { $count } things due
simulate-heavy = { "  " }{ $name } week of { $monday }: { $messages ->
    [one] { $messages } message
   *[other] { $messages } messages
  }, { $average } a week on average
simulate-provisional = Holidays after { $year } are not announced yet: dates are provisional.
cli-backup = all organizations in one file
cli-restore = a backup into an empty store
cli-verify = whether the record was altered
cli-doctor = everything the bot stands on, checked
cli-backed-up = Backed up to { $file }: { $offices ->
    [one] { $offices } organization
   *[other] { $offices } organizations
  }, { $records ->
    [one] { $records } record
   *[other] { $records } records
  }, { $files ->
    [one] { $files } evidence file
   *[other] { $files } evidence files
  }.
cli-backup-altered = These evidence files no longer match their checksums and were left out of the backup: { $files }
cli-not-written = { $file } cannot be written; please check folder and rights.
cli-backup-unread = { $file } is not a whole backup.
cli-restore-full = There are data here already; a backup is restored into an empty store only. Choose another DATA_DIR or REDIS_URL.
cli-restored = Restored from { $file }: { $offices ->
    [one] { $offices } organization
   *[other] { $offices } organizations
  }, { $records ->
    [one] { $records } record
   *[other] { $records } records
  }, { $files ->
    [one] { $files } evidence file
   *[other] { $files } evidence files
  }.
verify-whole = { $office }: all { $entries ->
    [one] { $entries } entry is
   *[other] { $entries } entries are
  } intact, 1 to { $sealedTo } sealed, { $fresh } newer ones not sealed yet, code { $code }.
verify-unsealed = { $office }: { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
  } without a gap, none sealed yet, so there is nothing to compare with.
verify-changed = { $office }: not intact from entry { $from } on; entries { $from } to { $to } differ from their seal.
verify-missing = { $office }: not intact from entry { $from } on; entries { $from } to { $to } are missing.
doctor-level-ok = ok  { "" }
doctor-level-warn = warn
doctor-level-bad = bad { "" }
doctor-node-ok = Node.js { $version }
doctor-node-bad = Node.js { $version } is too old; it takes 20 or newer
doctor-redis-ok = Redis { $version }
doctor-redis-warn = Redis { $version } is old; 6 or newer is better
doctor-durable-ok = Redis keeps every write on disk
doctor-durable-warn = Redis runs without appendonly; a power cut loses the newest records
doctor-durable-bad = Redis could not write to disk; please check the disk
doctor-eviction-ok = Redis drops nothing when memory is short
doctor-eviction-bad = Redis drops data when memory is short ({ $policy }); please set noeviction
doctor-disk-ok = { $megabytes } MB free where the data lie
doctor-disk-warn = only { $megabytes } MB free where the data lie
doctor-disk-bad = only { $megabytes } MB free where the data lie; writing may fail at any time
doctor-beat-ok = the bot is running
doctor-beat-warn = the bot has never run here
doctor-beat-bad = the bot has been stopped for { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }
doctor-wakes-ok = nothing is late
doctor-wakes-warn = { $late ->
    [one] { $late } thing is
   *[other] { $late } things are
  } late; they are done when the bot starts
doctor-wakes-bad = the bot runs and yet { $late ->
    [one] { $late } thing is
   *[other] { $late } things are
  } late
doctor-poison-ok = no message was given up
doctor-poison-warn = { $poison ->
    [one] { $poison } message was
   *[other] { $poison } messages were
  } given up within 24 hours
doctor-clock-ok = clock: { $now }
doctor-clock-bad = the clock went back: it is { $now }, earlier than the bot last ran
doctor-plan-ok = { $office }: version { $version } of the plan is in force
doctor-plan-warn = no plan has been adopted yet
doctor-holidays-ok = holidays are known until { $year }
doctor-holidays-warn = the holidays of { $next } are not entered yet; please enter them soon
doctor-holidays-bad = holidays are known until { $year } only; this year's dates are provisional
doctor-secretary-ok = { $office }: the secretary has joined
doctor-secretary-warn = { $office }: the secretary has blocked the bot
doctor-secretary-bad = { $office }: the secretary has not joined; nobody hears what is overdue
doctor-group-ok = { $office }: the group "{ $group }" is linked
doctor-group-warn = { $office }: the group "{ $group }" is not linked; the weekly report cannot be posted
cli-ledger = the entries of the record, in order
cli-report = a report as a file
cli-invite = a one-time link for someone who has not joined yet
cli-option-org = id of the organization (default: all)
cli-option-output-file = write to this file
cli-office = { $name } ({ $org })
cli-no-store = Redis cannot be reached; please check REDIS_URL.
cli-no-office = No plan has been adopted here yet; run npm start first.
cli-unknown-office = There is no organization "{ $org }"; there are: { $known }.
cli-unknown-report = There is no report "{ $name }"; there are: { $known }.
cli-report-form = "{ $name }" is not a plain text and cannot be written this way yet.
cli-written = Written to { $file }.
cli-nobody = Nobody in the plan is called "{ $asked }"; please give an id, a name or an alias.
cli-ambiguous = "{ $asked }" is more than one person; please give an id: { $ids }.
cli-invite-for = Pass the link on to { $name }; it works once, within { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
  }.
cli-invite-local = The local chat has no links: type the line above in the chat of this person.
cli-invite-offline = The chat platform cannot be reached now, so there is no link: have the line above typed in the chat with the bot.
cli-invite-joined = { $name } has joined already; once the new link is used, the new chat counts.
entry-line = #{ $seq } { $at } { $by }: { $what }
entry-behalf = { $by } (for { $person })
entry-bot = Duban
entry-person = { $name }
entry-nothing = { "" }
entry-reason = , reason: { $reason }
entry-day = { " " }(carried out { $day })
entry-until = { " " }until { $day }
entry-leave = leave
entry-extension = an extension
entry-about = { $items }
entry-about-many = { $items } and others, { $count } in all
entry-occurrence = { $title } ({ $slot }, { $people })
entry-how-done = done
entry-how-excused = excused
entry-how-void = void
entry-how-gap = a gap
entry-how-vacant = vacant
entry-result-sent = sent
entry-result-unconfirmed = not confirmed
entry-result-gone = not deliverable
entry-result-relayed = relayed by the secretary
entry-result-dropped = no longer needed
entry-opened = opened { $about }, due by { $due }
entry-said = message to { $to } ({ $count ->
    [one] { $count } item
   *[other] { $count } items
  }): { $result }
entry-noticed = decided on { $count ->
    [one] { $count } notice
   *[other] { $count } notices
  }
entry-checked-in = recorded as { $how }{ $day }: { $about }
entry-acknowledged = acknowledged { $about }, quiet until { $until }
entry-snoozed = snoozed { $about } until { $until }
entry-progressed = reported progress on { $about }
entry-not-done = reported not done: { $about }
entry-extended = extended { $about } from { $from } to { $due }, approved by { $approver }{ $reason }
entry-excused = excused { $about }{ $reason }
entry-voided = voided { $about }{ $reason }
entry-gap = not reminded during a stop: { $about }
entry-undone = took back the record of { $about }{ $reason }
entry-requested = asked for { $what }{ $until }: { $about }
entry-declined = { $what } declined for { $asker }: { $about }
entry-held = held escalation until { $until }: { $about }{ $reason }
entry-nudged = nudged { $to }: { $about }
entry-digest = weekly report of { $group }, { $from } to { $to }
entry-outage = stopped from { $from } to { $to }
entry-adopted = adopted version { $version } of the plan (hash { $hash })
entry-linked = { $who } joined
entry-unlinked = { $who } can no longer be reached
entry-sealed = sealed entries 1 to { $upTo } (hash { $sha256 })
entry-absent = { $who } away { $from } to { $to }{ $reason }
entry-other = record ({ $kind })

### reports

report-list = { $items }
report-day = { $day } { $month } { $year }
report-bot = the bot
report-yes = yes
report-total = Total
report-han = { $n }
report-measure-no = Measure { $n }
report-measure-gone = No longer in the plan ({ $id })
report-ongoing = ongoing
report-immediate = at once
report-immediate-ongoing = at once, then ongoing
report-deadline-ongoing = by { $day }, then ongoing
report-closing-none = no
report-closing-finished = yes
report-closing-phase = finished for now, ongoing
report-closing-reopened = no (reopened by a look-back)
report-state-closed = closed out
report-state-phase = finished for now
report-state-ongoing = ongoing
report-state-moving = in progress
report-state-behind = behind
report-term-due = due
report-term-done = on time
report-term-donelate = done late
report-term-excused = excused
report-term-open = open
report-term-overdue = overdue
report-term-missed = missed
report-term-gap = outage
report-term-void = cancelled
report-term-vacant = vacant post
report-standing-upcoming = upcoming
report-standing-open = open
report-standing-acknowledged = open (acknowledged)
report-standing-done = done
report-standing-done-late = done late
report-standing-excused = excused
report-standing-overdue = overdue
report-standing-missed = missed
report-standing-void = cancelled
report-standing-vacant = vacant post
report-standing-gap = outage
report-count = { $n } { $what }
report-due = { $due } due
report-due-parts = { $due } due: { $parts }
report-beside = { $total }; besides { $beside }
report-progress = By { $day }: { $counts }.
report-progress-none = By { $day }: nothing has been due.
report-progress-last = { $progress } Last: { $day }, { $title }.
report-no-measure = no measure yet
report-evidence-at = { $name } (kept at { $place })
report-evidence-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
  }, see “Occurrences”
report-undone = { $standing } ({ $day }, entry { $no })
report-plan-version = plan version { $n }
report-change-undone = taken back
report-change-extended = extended
report-change-voided = cancelled
report-change-held = held
report-change-outage = outage
report-change-adopted = plan adopted
report-refused-sum = “{ $what }”: the total is { $total }, its parts add up to { $parts }, a difference of { $difference }; there is no report.
report-refused-items = The columns add up to { $total }, the ledger holds { $parts }, a difference of { $difference }; there is no report.
report-refused-no-problem = Please name the problem by its number in the feedback letter.
report-refused-no-person = Please name the person.
report-refused-person = Nobody in the plan is called { $person }.
report-refused-problem = The plan has no problem { $problem }.
report-refused-span = “{ $span }” is not a span: write 2026-06, 2026-W13, 2026-Q2, 2026, or 2026-06-01..2026-06-30.
report-refused-unknown = There is no report “{ $name }”; choose from { $names }.
report-ledger-file = { $office } ledger { $day }
report-sheet-problems = Ledger
report-sheet-problems-title = { $office }: ledger of rectification
report-sheet-measures = Measures
report-sheet-measures-title = { $office }: measures
report-sheet-occurrences = Occurrences
report-sheet-occurrences-title = { $office }: occurrences
report-sheet-talks = Talks
report-sheet-talks-title = { $office }: heart-to-heart talks
report-sheet-corrections = Corrections
report-sheet-corrections-title = { $office }: corrections
report-column-no = No.
report-column-problem = Problem
report-column-example = How it shows
report-column-measure = Measure
report-column-leader = Lead
report-column-unit = Department
report-column-people = People
report-column-deadline = Deadline
report-column-progress = Progress
report-column-evidence = Evidence
report-column-closed = Closed out
report-column-problems = Problems
report-column-state = State
report-column-result = Result
report-column-due = Due
report-column-term-done = On time
report-column-term-donelate = Done late
report-column-term-excused = Excused
report-column-term-open = Open
report-column-term-overdue = Overdue
report-column-term-missed = Missed
report-column-term-gap = Outage
report-column-term-void = Cancelled
report-column-term-vacant = Vacant post
report-column-title = Item
report-column-kind = Kind
report-column-person = Person
report-column-counterpart = With
report-column-scheduled = Scheduled
report-column-last-day = Due by
report-column-standing = Standing
report-column-carried-out = Carried out
report-column-recorded-at = Recorded
report-column-recorded-by = Recorded by
report-column-late-entry = Recorded later
report-column-by-other = By another
report-column-both-sides = Both confirm
report-column-late = Working days late
report-column-extended = Extensions
report-column-reason = Reason
report-column-id = Occurrence
report-column-talker = Talk by
report-column-talked-to = Talk with
report-column-their-post = Their post
report-column-talk-day = Day of the talk
report-column-entry-no = Entry
report-column-change = Change
report-column-before = Before
report-column-after = After
report-column-approver = Approved by
report-printed-page = Page { $page } of { $pages }
report-ahead-leaders = Leaders’ own items: { $n }
report-measures = Measures: { $n } ({ $parts }).
report-state-count = { $n } { $what }
report-state-up = { $n } { $what } (up { $by })
report-state-down = { $n } { $what } (down { $by })
report-talks = Talks: { $parts }
report-talks-done = { $n } held
report-talks-left = { $n } still owed { $period }
report-talks-late = { $n } overdue
report-talks-all = none owed { $period }
report-period-day = today
report-period-week = this week
report-period-half-month = this half-month
report-period-month = this month
report-period-quarter = this quarter
report-period-half-year = this half-year
report-period-year = this year
report-period-any = now
report-ask-closing = For decision: closing out { $measures }.
report-bot-failed = { $n ->
    [one] { $n } message did
   *[other] { $n } messages did
  } not arrive; the office is checking.
report-seal = Seal { $seal }
report-seal-checked = Checked by the office; seal { $seal }
report-seal-previewed = Shown to the office beforehand; seal { $seal }
report-and-then = { $all }; { $next }
report-full-stop = { $text }.
report-ordinal = ({ $han }) { $text }
report-section = { $han }. { $title }
report-span = ({ $from } to { $to })
report-week = { $from } – { $to }
report-round = the rectification
report-unset = not named
report-deed = { $title } { $times ->
    [1] once ({ $day })
   *[other] { $times } times (last on { $day })
  }
report-deed-talks = { $title } { $times ->
    [1] with one person ({ $day })
   *[other] with { $times } people (last on { $day })
  }
report-deed-sessions = { $title }, { $sessions ->
    [1] one session
   *[other] { $sessions } sessions
  } attended { $times ->
    [1] once
   *[other] { $times } times
  } (last on { $day })
report-deed-trends = { $line }, { $parts }
report-deed-faults = { $line }, { $n } not in order
report-trend-better = { $n } better
report-trend-same = { $n } the same
report-trend-worse = { $n } worse
report-deed-better = { $line }, better than last time
report-deed-same = { $line }, the same as last time
report-deed-worse = { $line }, worse than last time
report-deed-said = { $line } ({ $said })
report-activity = { $times } { $name }
report-activity-sessions = { $name }: { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
  } attended { $times ->
    [one] once
   *[other] { $times } times
  }
report-refused-deeds = { $total } were done, { $parts } are told by kind, a difference of { $difference }; there is no report.
report-refused-nothing-urgent = Nothing is close to its deadline or late; no letter is needed.
report-refused-no-checks = There are no minutes to check in that span.
report-overview-measures = Problems in the letter: { $problems }; measures that answer them: { $measures }. By { $day }: { $states }.
report-results-of-problems = Results of the problems
report-results-of-measures = Results of the measures
report-overview-results = By result: { $results }.
report-overview-due = In the span: { $counts }.
report-people-note = Meetings are counted by person
report-overview-due-people = In the span: { $counts } (meetings counted by person).
report-overview-did = Carried out: { $did }.
report-movement = { $measure }: { $deeds }
report-nothing-late = Nothing is late.
report-section-overview = Overview
report-section-moved = What was done
report-section-late = What needs a push
report-section-next = What comes next
report-section-problems = Problem by problem
report-section-plans = What comes next
report-section-table = Figures by measure
report-column-week = Week
report-column-urgency = Time
report-column-reminded = Reminders
report-column-check-point = Point
report-column-conforms = Yes
report-column-does-not = No
report-column-check-note = Note
report-weekly-file = { $office } weekly report { $day }
report-weekly-title = { $office }: weekly report
report-monthly-file = { $office } monthly report { $day }
report-monthly-title = { $office }: monthly report
report-progress-report-file = { $office } progress report { $day }
report-progress-report-title = Report on the progress of { $round }
report-progress-report-opening = This is the progress of { $round } from { $from } to { $to }.
report-progress-bulletin-file = { $office } bulletin { $day }
report-progress-bulletin-title = Bulletin on the progress of { $round }
report-progress-bulletin-opening = This is the progress of { $round } from { $from } to { $to }.
report-to-superior = To: __________
report-problem-heading = ({ $han }) { $text }
report-problem-no = problem { $n }
report-problem-open = There is no measure yet.
report-measure-see = { $measure }: see ({ $han })
report-measure-did = { $measure } ({ $state }): { $deeds }. { $counts }
report-measure-due = { $measure } ({ $state }): { $counts }
report-measure-not-due = { $measure } ({ $state }): nothing was due
report-measure-who = “{ $measure }”: lead { $lead }; department { $unit }; deadline { $deadline }.
report-sign-head = Head (signature):
report-sign-record = Recorded by:                Checked by:
report-sign-check = Checked by:                Date:
report-letter-file = { $office } reminder letters { $day }
report-letter-title = Reminder
report-letter-green = (green: ahead of time) No. { $year }/__
report-letter-yellow = (yellow: soon due) No. { $year }/__
report-letter-red = (red: late) No. { $year }/__
report-letter-to-unit = { $name }, { $unit }:
report-letter-to = { $name }:
report-letter-text-green = On { $day } these { $n ->
    [one] { $n } item
   *[other] { $n } items
  } of yours fall due within 20 days.
report-letter-text-yellow = On { $day } these { $n ->
    [one] { $n } item
   *[other] { $n } items
  } of yours are close to their deadline.
report-letter-text-red = On { $day } these { $n ->
    [one] { $n } item
   *[other] { $n } items
  } of yours are late.
report-letter-ask-green = If the date has to change, please tell the office in writing beforehand.
report-letter-ask-yellow = Please finish by the date and report it; if that is not possible, say why and when.
report-letter-ask-red = Please finish within 3 working days of this letter, or say in writing why not, what follows and by when.
report-letter-receipt = Received by:                Date:
report-letter-measure = the measure “{ $title }”
report-late-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
  } late
report-late-workdays = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
  } late
report-days-left = { $days ->
    [0] due today
   *[other] { $days } days left
  }
report-title-with = { $title } with { $name }
report-talks-file = { $office } talk register { $day }
report-talks-note = { $counts }. Only who, with whom and when; not what was said.
report-minutes-file = { $office } minutes checks { $day }
report-minutes-title = { $title }
report-minutes-about = Meeting: { $meeting }. Checked by: { $person }. Due: { $last }. On record: { $standing }.
report-minutes-general = The minutes are complete, signed and filed
report-box = □
report-kind-study = study
report-kind-talk = talks
report-kind-meeting = meetings
report-kind-minutes-check = checks of minutes
report-kind-inspection = inspections
report-kind-progress = progress reports
report-kind-report = reports
report-kind-deliverable = deliverables
report-kind-other = other items
report-mark-done = on time
report-mark-late = done late
report-mark-excused = excused
report-mark-open = open
report-mark-overdue = overdue
report-figure-done = done
report-figure-late = late
report-span-plain = { $from } – { $to }
report-leaders-own = Leaders’ own items
report-week-card-file = { $office } week { $day }
report-duty-matrix-file = { $office } duties by month { $day }
report-duty-matrix-title = { $office }: duties by month
report-duty-matrix-about = { $from } – { $to }, done / due
report-talk-matrix-file = { $office } talks { $day }
report-talk-matrix-title = Who has talked with whom (internal)
report-talk-matrix-about = { $from } – { $to }, { $done } of { $due ->
    [one] { $due } pair
   *[other] { $due } pairs
  }
report-trend-file = { $office } on time { $day }
report-trend-title = { $office }: done on time
report-trend-unit = on time / due, by week from Monday
report-refused-measure = The plan has no measure “{ $measure }”.
report-refused-no-talks = There are no talks in that span.
report-refused-nothing-due = Nothing was due in that span.
report-column-file = File
report-column-place = Kept at
report-evidence-file = { $office } evidence, problem { $no }, { $day }
report-evidence-folder = evidence-{ $no }
report-evidence-paper = 1 statement to sign
report-evidence-workbook = 2 extract of the ledger
report-evidence-records = 3 entries (raw data)
report-evidence-index = index
report-evidence-title = Evidence of problem { $no }
report-evidence-problem = The problem
report-evidence-words = In the words of the letter: { $text }.
report-evidence-aspect = Aspect: { $aspect }.
report-evidence-example = How it shows: { $example }.
report-evidence-measures = Measures
report-evidence-measure = { $measure } Lead: { $lead }; department: { $unit }; people: { $people }; deadline: { $deadline }; state: { $state }; closed out: { $closed }.
report-evidence-did = What was done
report-evidence-proof = Evidence
report-evidence-only-entries = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
  }, see the extract of the ledger; no files have been handed in.
report-evidence-here = in this bundle, folder “files”
report-evidence-files = 4 files
report-evidence-corrections = Corrections
report-evidence-no-corrections = There were none.
report-evidence-seal = To check: at entry { $entry } the ledger's seal is { $seal }; duban verify --at { $entry } must say the same; the index holds the hash of every file.
report-evidence-unsealed = To check: the index holds the SHA-256 of every file.
report-evidence-missing = erased after its term, or unreadable
report-sign-lead = Lead (signature):
report-calendar-file = { $person } calendar
report-calendar-name = { $office } duties ({ $person })
report-calendar-by = { $title } (due)
report-calendar-about = { $measure }; due by { $last }
report-form-kept = The blank sheet is kept: from now on the ledger is filled into it. Send another to replace it.
report-title-times = { $title } ({ $n } times)
report-evidence-whole = the whole problem
config-rule-public = it must be an address that begins with http:// or https://
feed-address = Your calendar. Subscribe to this address in the calendar of your phone:
feed-secret = The address is yours alone, do not pass it on. Another /feed makes a new one and ends this one; “/feed off” ends it.
feed-local = No public address has been set, so this works only on the computer that runs the bot.
feed-revoked = The subscription has ended, its address is no longer valid.
feed-none = You have no subscription.
report-form-unknown = Nothing is known for these columns of the sheet, they stay empty: { $columns }.
report-form-not-xlsx = The blank sheet is not an xlsx file that can be read.
report-form-no-heads = The blank sheet has no headings of a ledger (number, problem, measure, department …; at least three).
cli-option-to-name = to whom a paper is addressed
cli-option-theme = ground of pictures: light or dark
cli-option-form-file = the office’s own blank ledger (xlsx), filled by its headings
cli-option-at-entry = check up to this entry only, and give the code there
cli-unreadable = The file { $file } cannot be read.
verify-not-an-entry = --at takes the number of an entry.
verify-at = { $office }: entries 1 to { $entry } are intact; code at entry { $entry }: { $code }.
verify-short = { $office }: the record ends at entry { $entries }.
report-then = { $all } { $next }
report-han-tens = { $n ->
   *[other] { $tens }0
  }
report-han-over = { $n ->
   *[other] { $tens }{ $ones }
  }
report-late-many-person = { $title } ({ $person }), { $n } times, up to { $days } working { $days ->
    [one] day
   *[other] days
  } late
report-late-many-department = { $title } ({ $department }), { $n } times, up to { $days } working { $days ->
    [one] day
   *[other] days
  } late
report-late-many-item = { $title }, { $n } times, up to { $days } working { $days ->
    [one] day
   *[other] days
  } late
report-next-on = on { $day }: { $titles }
report-next-by = by { $day }: { $titles }
report-deed-topics = { $line }, on { $topics }
report-overview-state = { $n } { $what }
report-progress-did = By { $day }: { $deeds }. { $counts }.
report-terms-note = “Overdue” means that its time is over and the next date has not come; “missed” that the next date has come as well.
report-to = To { $to }:
report-tick = ✓
report-erased = { $n } texts
report-change-delegated = handed on
report-change-erased = texts erased
report-note-topic = On { $topic }
report-note-came = { $present } of { $expected } came
report-column-pieces = Pieces of evidence
report-column-entry-what = What was recorded
report-sheet-entries = Entries
report-sheet-entries-title = { $office }: entries
report-evidence-unnamed = { $kind } { $no }{ $ending }
report-evidence-check = Each line is a SHA-256, a name and a size in bytes. To check them all, run sha256sum -c SHA256SUMS in this folder.

### time

entry-calendar = { $year } working calendar: off { $off }; working { $work }
entry-calendar-year = { $year }
time-event-calendar = public holidays
time-event-drafting = what stays open
time-event-month = monthly notes to leaders
time-event-reports = regular papers
time-event-round = report on the rectification
time-span = { $from } to { $to }
time-away-own = Noted: { $span }, { $reason }.
time-away-other = { $person }: { $span }, { $reason }.
time-away-instead = What was noted before ({ $span }) no longer holds.
time-away-along = The absence of { $names } was not noted: they write it themselves, or the office does.
time-away-along-office = The absence of { $names } was not noted with it: write one more sentence for them.
time-away-stand-in = { $person } stands in.
time-away-leave = Recorded as leave from: { $titles }
time-away-moved = Moved to { $day }: { $titles }
time-away-quiet = Until then only what is urgent reaches you; the rest comes when you are back. Back earlier? Send /back.
time-away-usage = Please say who and which days, for example: /away Wang Zhiqiang Wednesday to Friday. Without a name it is you.
time-away-nobody = Nobody is away.
time-titles = { $titles }
time-titles-more = { $titles } and { $rest } more
time-stand-in = { $person } is away { $span }; you stand in.
time-stand-in-event = Please attend instead: { $title } ({ $when })
time-moved-told = { $person } is away; { $title } moves to { $day }.
time-away-unclear = It is not clear who that is, or there are several. Please say one person at a time, with the full name.
time-away-not-yours = Somebody else's absence is entered by themselves or by the office.
time-back-usage = For example: /back Wang Zhiqiang. Without a name it is you.
time-back-why = While you were away:
time-back-recorded = Noted: { $person } is back.
time-back-moved = Due again by { $day }: { $titles }
time-stand-in-report = Please report in their place: { $title } ({ $when })
reason-back = back early
time-back-nothing = Nothing says that { $person } is away today.
time-calendar-head = Public holidays of { $year }, read as:
time-calendar-feast = { $name }: { $span }
time-calendar-work = Working: { $days }
time-calendar-missing = Not found: { $names }. If the notice has them, please paste all of it.
time-calendar-confirm = Please compare with the notice; it counts once confirmed.
time-calendar-adopted = The holidays of { $year } count from now; what had not begun was planned anew.
time-calendar-adopted-part = Part of the holidays of { $year } is now in force; { $names } are still missing and provisional. Please send the whole notice when it is there.
time-calendar-refused = Nothing was changed. Please paste the whole notice again, or send its file.
time-calendar-none = This plan uses no public holidays.
time-calendar-state = The holidays are known up to { $year }. Please paste the notice of the next year here, or send its file (docx, txt) or a table of the days (xlsx, csv).
time-own-off = The office itself is closed on: { $days }
time-own-work = The office itself works on: { $days }
time-calendar-wanted = { $name }, the public holidays of { $year } are not entered yet; dates are provisional. Once the notice is out, please paste all of it here, or send its file (docx, txt) or a table of the days (xlsx, csv), and confirm how it was read.
time-button-confirm = Same as the notice: use it
time-button-refuse = Do not use it
time-notice-unread = The notice could not be read, nothing was changed. Please paste all of it, or send a table: one row per holiday (节日, 放假时间, 调休上班, 天数) or one per day (日期, 放假 or 上班, 节日).
time-notice-no-year = It does not say which year: { $where }
time-notice-nothing = No holidays found: { $where }
time-notice-bad-date = This date cannot be read: { $where }
time-notice-wrong-weekday = Date and weekday differ: { $where }
time-notice-wrong-count = The number of days does not fit the dates: { $where }
time-notice-odd-workday = The make-up day is not on a weekend: { $where }
time-notice-odd-year = The year is wrong: { $where }
time-holiday-usage = Please write a day or a span of at most 31 days, for example: /holiday 2026-07-01, /holiday 1 July to 3 July (the office is closed).
time-holiday-already = { $day } is a day off already; nothing was changed.
time-holiday-set = Noted: the office is closed on { $day }; what had not begun was planned anew. To change it back send /workday and the date.
time-workday-usage = Please write a day or a span of at most 31 days, for example: /workday 2026-07-04, /workday 4 July to 5 July (the office works).
time-workday-already = { $day } is a working day already; nothing was changed.
time-workday-set = Noted: the office works on { $day }; what had not begun was planned anew. To change it back send /holiday and the date.
time-week = { $name }, { $count } for this week.
time-section-late = Overdue
time-section-today = Today
time-section-holiday = In the holiday ({ $span })
time-section-week = This week
time-section-later = Later
time-at = { $time }
hint-away = Away? Reply “away from Wednesday to Friday”.
hint-provisional = Note: the holidays of { $year } are not announced yet; dates are provisional.
time-streak = missed for the { $n }. time in a row
time-why-supervisor = It concerns the head or the secretary; by the plan the supervisor hears of it.
time-why-named = By the plan you hear of this one when it is overdue.
time-why-stand-in = { $person } is away and you stand in.
time-report-green = Green: { $days ->
    [one] 1 day left
   *[other] { $days } days left
}
time-report-yellow = Yellow: { $days ->
    [0] due today
    [one] 1 day left
   *[other] { $days } days left
}
time-report-red = Red: overdue
time-report-item-green = Green: { $title }
time-report-item-yellow = Yellow: { $title }
time-report-item-red = Red: { $title }
time-warn-head = { $name }, deadlines of measures:
time-warn-green = Green: { $title }, due { $day }, { $days ->
    [one] { $days } day
   *[other] { $days } days
  } left
time-warn-yellow = Yellow: { $title }, due { $day }, { $days ->
    [one] { $days } day
   *[other] { $days } days
  } left
time-warn-today = Yellow: { $title }, due today
time-warn-red = Red: { $title }, was due { $day }, { $days ->
    [one] { $days } working day
   *[other] { $days } working days
  } late
time-warn-report = Report on the rectification
time-warn-why-lead = You lead it.
time-warn-why-secretary = Please check the progress in the ledger, and close out what is complete.
time-warn-why-head = Overdue measures are reported to the head.

### duties

measure-head = Measure { $no }: { $title }
measure-problem = Problem { $no }: { $text }
measure-more-problems = { $rest ->
    [one] { $rest } more problem
   *[other] { $rest } more problems
  }
measure-who = Lead: { $lead }{ $unit }, { $until }
measure-unit = , department: { $unit }
measure-until = by { $day }
measure-immediate = to be rectified at once
measure-ongoing = ongoing
measure-no-deadline = no deadline set
measure-then-ongoing = { $until }, then kept up
measure-nobody = not named
measure-duty = { $title }: { $parts }
measure-more-duties = { $rest ->
    [one] { $rest } more duty
   *[other] { $rest } more duties
  }
measure-count-done = { $n } in time
measure-count-late = { $n } done late
measure-count-excused = { $n } excused
measure-count-open = { $n } open
measure-count-overdue = { $n } overdue
measure-count-none = not begun
measure-proof = Evidence: { $count }; nothing is done yet
measure-proof-last = Evidence: { $count }; last done: { $day } { $title }
measure-button-duties = What was done
measure-button-evidence = Evidence
measure-button-steps = Close-out
measure-part-duties = Measure { $no } { $title }: what was done ({ $count })
measure-part-evidence = Measure { $no } { $title }: evidence ({ $count })
measure-part-steps = Measure { $no } { $title }: close-out ({ $count })
measure-part-more = { $rest } more stand in the ledger (/ledger).
measure-part-none = Nothing is on record yet.
measure-part-back = Back
measure-occurrence = { $day } { $title }, { $who }: { $standing }
measure-occurrence-proved = { $day } { $title }, { $who }: { $standing }, evidence { $count }
measure-pair = { $name } with { $counterpart }
measure-piece = { $day } { $what } ({ $of }, { $by })
measure-place = { $name }: { $place }
measure-piece-of = { $title }
measure-piece-whole = the whole measure
measure-step = { $day } { $who }: { $step }{ $result }
measure-step-text = { $day } { $who }: { $step }{ $result }: { $text }
report-results-measures = { $total ->
    [one] { $total } measure
   *[other] { $total } measures
  }: { $parts }
report-results-problems = { $total ->
    [one] { $total } problem
   *[other] { $total } problems
  }: { $parts }
measure-uncovered = Problems without a measure: { $count }
measure-waiting = { $no } { $title }: { $stage }
measure-hint = Tap a number to see one, or send /measure and its number.
measure-unknown = Please give the measure’s number, such as /measure 3. This plan has { $count ->
    [one] { $count } measure
   *[other] { $count } measures
  }.
close-result-name-completed = Completed
close-result-name-continuing = Basically completed and continuing
close-result-name-not-completed = Not completed
close-sum-completed = { $n } completed
close-sum-continuing = { $n } basically completed and continuing
close-sum-not-completed = { $n } not completed
close-stage-moving = Close-out: in progress
close-stage-submitted = Close-out: submitted on { $day } by { $person }, to be reviewed by { $reviewer }
close-stage-reviewed = Close-out: reviewed on { $day } by { $person }, waiting for the Party group
close-stage-finished = Close-out: accepted by the Party group on { $day }
close-stage-phase = Close-out: finished for now on { $day }, kept up
close-stage-returned = Close-out: returned on { $day } by { $person }
close-stage-reopened = Close-out: reopened on { $day } by { $person }
close-button-submitted = Submit for close-out
close-button-reviewed = Approve
close-button-finished = Accepted by the Party group
close-button-phase = Finished for now, kept up
close-button-returned = Return
close-button-reopened = Reopen
close-step-submitted = submitted for close-out
close-step-reviewed = reviewed by the lead
close-step-accepted = decided by the Party group
close-step-returned = returned
close-step-reopened = reopened
close-step-lapsed = lapsed
close-result-finished = { " " }(closed out)
close-result-phase = { " " }(finished for now, kept up)
close-not-now = This step is not possible now
close-ask-proof = To submit “{ $title }” there must be evidence, and there is none yet.
close-ask-proof-hint = Please write one line: where the papers lie, or their number.
close-ask-returned = Why is “{ $title }” returned?
close-ask-reopened = Why is “{ $title }” reopened?
close-reason-proof = not enough evidence
close-reason-work = not carried out
close-reason-effect = no clear effect
close-reason-look-back = found lacking in a look-back
close-reason-lapse = the problem came back
close-reason-public = complaints from the public
close-refused-late = { $count ->
    [one] { $count } item is
   *[other] { $count } items are
  } overdue, so it cannot be closed out. Please finish, excuse or cancel them first.
close-proof-given = Evidence: { $text }
close-done-submitted = Submitted: measure { $no } “{ $title }”, to be reviewed by { $person }.
close-done-reviewed = Noted: measure { $no } “{ $title }” is approved and goes to the Party group.
close-done-finished = Noted: the Party group accepted measure { $no } “{ $title }”. Nobody is reminded any more; { $count ->
    [one] { $count } open item is
   *[other] { $count } open items are
  } cancelled.
close-done-phase = Noted: measure { $no } “{ $title }” is finished for now and kept up; reminders go on.
close-done-returned = Returned: measure { $no } “{ $title }”; { $person } hears why.
close-done-reopened = Reopened: measure { $no } “{ $title }”; reminders go on.
close-told-submitted = { $person } submitted “{ $title }” for close-out; please review.
close-told-reviewed = { $person } approved “{ $title }”; please put it to the Party group and record the decision.
close-told-finished = The Party group accepted “{ $title }” as closed out.
close-told-phase = The Party group found “{ $title }” finished for now, to be kept up.
close-told-returned = { $person } returned “{ $title }”: { $text }.
close-told-reopened = { $person } reopened “{ $title }”: { $text }.
lapse-head = Lapse: “{ $measure }” was found finished for now
lapse-what = { $count ->
    [one] { $count } item is
   *[other] { $count } items are
  } overdue now: { $title }
lapse-next = You may reopen the measure; otherwise reminders go on as usual.
entry-close-out = “{ $measure }” { $step }{ $result }
reason-unheld = the meeting was taken back
reason-closed = measure closed out
title-make-up = { $title } (make-up)
check-ask = { $title } { $no }/{ $total } { $item }:
check-ask-one = { $title }: { $item }
check-others = Then: { $items }
check-numbered = { $no } { $item }
check-hint-before = Tap one by one, or answer in a sentence: “2 missing, the rest fine”.
check-hint-after = Tap one by one, or answer in a sentence: “1 better, the rest the same”.
check-answer-yes = Yes
check-answer-no = No
check-answer-better = Better
check-answer-same = Same
check-answer-worse = Worse
check-item-complete = All parts are there
check-item-each-speaks = Each member’s stance
check-item-head-last = The head spoke last
check-item-apart = Party group and administrative meetings apart
check-item-signed = Signed
check-item-filed = Filed
check-item-trend = How is it compared with last time?
check-evidence = “{ $title }” needs evidence before it counts as done.
check-evidence-hint = Please write one line: where the papers lie, or their number; or send the file first, then tap done.
check-noted = Noted: { $items }.
check-noted-one = { $item }: { $trend }
check-fix-title = { $title }, to correct: { $items }
check-fix-opened = { $count ->
    [one] { $count } item is
   *[other] { $count } items are
  } not in order; { $person } corrects them within 3 working days.
accept-none = Nothing waits for your acceptance.
accept-line = { $no } { $title }: reported by { $names }, pieces of evidence: { $evidence }
accept-numbered = { $no } { $label }
check-all-good = Everything is in order.
check-stalled = { $place }: { $count } visits in a row without any improvement.
check-stalled-head = Measure { $no } “{ $measure }” has stalled:
check-stalled-next = Please consider what is to be done. What was done so far: /measure { $no }
check-stalled-told = { $person } has been told.
check-trend-recorded = Noted for { $title }: { $items }.
check-site = { $item }: { $trend }
entry-checked = { $about }: { $item }, { $answer }
entry-confirmed = { $about } confirmed by both sides
talk-recorded-for = Recorded: { $person } talked with you on { $day }; { $person } is told. Only the date and the pair are kept.
talk-confirmed-one = Noted: the talk with { $person } on { $day } was recorded by { $by }, and you confirm it.
talk-confirmed = Noted: the talk with { $person } on { $day } is confirmed by both sides.
entry-accepted = { $about } accepted
accept-ask = { $person } reported “{ $title }” ({ $count ->
    [one] { $count } part
   *[other] { $count } parts
  }); please accept it.
accept-waiting = Waiting to be accepted by { $person }.
accept-others-open = { $count ->
    [one] { $count } unit has
   *[other] { $count } units have
  } not reported yet: { $names }.
accept-button-yes = Accept
accept-button-no = Hand back
accept-why = Why is “{ $title }” handed back?
accepted = Noted: “{ $title }” is accepted.
handed-back = Handed back: “{ $title }”; reported again within two working days it is not late.
accept-told-yes = { $person } accepted: { $title }.
accept-told-no = { $person } handed back “{ $title }”: { $reason }. Reported again within two working days it is not late.
talk-told = { $person } recorded a talk with you on { $day }. No answer needed.
talk-untold = { $person } took back the record of a talk with you on { $day }.
button-not-me = Not me
talk-denied = { $person } says the talk was not with them. It is taken back; please check whom you meant.
talk-not-me = Taken back; whoever recorded it is told.
talks-none = No talks are planned at present.
talks-head = Talks: { $pairs ->
    [one] { $pairs } pair
   *[other] { $pairs } pairs
  }, { $holes } still to come
talks-quarter = quarter { $n }
talks-half = half-year { $n }
talks-week = week { $n }
talks-row = { $name } { $period }: { $done }/{ $total }, still to come: { $names }
talks-row-whole = { $name } { $period }: { $done }/{ $total }
talks-more = { $rest ->
    [one] { $rest } more person
   *[other] { $rest } more people
  }, see the register of talks.
quorum-hint = { $present } of { $expected } came, not more than half; please check if anything was voted on.
event-recorded = Noted: { $name } ({ $names }); { $count ->
    [one] { $count } item is
   *[other] { $count } items are
  } opened.
sum-d = { $period }: { $done ->
    [one] { $done } day
   *[other] { $done } days
  } so far, { $wanted } wanted.
sum-h = { $period }: { $done ->
    [one] { $done } hour
   *[other] { $done } hours
  } so far, { $wanted } wanted.

### drafting

drafting-summary = { $title } was read: { $problems ->
    [one] { $problems } problem
   *[other] { $problems } problems
  }, { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
  }, { $duties ->
    [one] { $duties } duty
   *[other] { $duties } duties
  }.
drafting-more-problem-without-measure = { $count ->
    [one] { $count } problem
   *[other] { $count } problems
  } in all have no measure.
drafting-more-measure-without-duty = { $count ->
    [one] { $count } measure
   *[other] { $count } measures
  } in all name nothing that can be scheduled.
drafting-questions = { $count ->
    [one] { $count } point needs
   *[other] { $count } points need
  } your word{ $offered ->
    [0] .
   *[other] ; { $offered } with a proposal.
  }
drafting-no-questions = { $count ->
    [0] Nothing needs your word.
   *[other] { $count } points need your word{ $offered ->
        [0] .
       *[other] ; { $offered } with a proposal.
      }
  }
drafting-nothing-runs = Nobody is reminded before you adopt it.
drafting-question = Question { $no } of { $total }
drafting-concerns = It concerns { $count ->
    [one] { $count } item
   *[other] { $count } items
  }; one answer holds for all.
drafting-when-many = { $count ->
    [one] { $count } duty
   *[other] { $count } duties
  } do not say how often, for example: { $about }
drafting-me = Which of these are you? You will check and adopt the plan.
drafting-head = Who is the head, the first person responsible? Whatever nobody answers ends there.
drafting-round = A plan is already running. What is “{ $title }”?
drafting-round-replace = A new version of “{ $title }”
drafting-round-current = A new version of the present plan
drafting-round-another = One more round beside it
drafting-split = Is “three meetings and one lecture” to be four duties? Members’ meeting quarterly, committee and group meetings monthly, by articles 11 to 13 of the branch regulations (trial); a quarterly lecture is custom, not the rule.
drafting-hint-split = Tap one; the rhythm can be changed later.
drafting-with = With whom is “{ $title }” held?
drafting-post = Who is “{ $post }”?
drafting-hint-year = Tap or reply with the year.
drafting-hint-me = Tap or reply with your name.
drafting-hint-head = Tap a name or type it.
drafting-hint-round = A new version replaces the measures of that round; one more round runs beside what there is.
drafting-hint-who = Tap or reply with a name or post.
drafting-hint-when = Tap or reply with a time, such as “every month before the 25th”.
drafting-hint-by = Reply with a date, such as 2026-06-30.
drafting-hint-with = Tap or reply with whom.
drafting-hint-post = Tap or reply with a name.
question-answered = Answer: { $value }
drafting-choice = { $value }
drafting-choice-proposed = { $value } (proposed)
drafting-not-understood = That was not understood; please say it another way, or tap a button.
drafting-preview = The plan can be adopted: { $measures ->
    [one] { $measures } measure
   *[other] { $measures } measures
  }, { $duties ->
    [one] { $duties } duty
   *[other] { $duties } duties
  }
drafting-preview-month = In the next 30 days, { $count ->
    [one] { $count } item
   *[other] { $count } items
  }:
drafting-preview-item = { $when }  { $title }  { $count ->
    [one] { $name }
   *[other] { $name } and others, { $count } people
  }
drafting-preview-slow = There is too much to work out the next 30 days here; /week shows them after adoption.
drafting-load = { $people ->
    [one] { $people } person is
   *[other] { $people } people are
  } reminded within 30 days; most often: { $parts }
drafting-load-one = { $name } { $count ->
    [one] { $count } message
   *[other] { $count } messages
  }
drafting-collision = { $name } has several things at once on { $day } { $time }: { $titles }
drafting-overload = { $people ->
    [one] One person has
   *[other] { $people } people have
  } too much at once: { $parts }. Times can be changed after adoption.
drafting-overload-day = { $name } { $count } on { $day }
drafting-overload-week = { $name } { $count } in the week of { $day }
drafting-open = { $count ->
    [one] { $count } item stays
   *[other] { $count } items stay
  } open and do not run: { $titles }
drafting-replaces = It replaces the round “{ $title }”.
drafting-adopt-hint = It takes effect when you tap “{ $button }”.
drafting-measures = { $count ->
    [one] { $count } measure
   *[other] { $count } measures
  }
drafting-duties = { $count ->
    [one] { $count } duty
   *[other] { $count } duties
  }
drafting-added = Added: { $counted }
drafting-removed = Removed: { $counted } (what is open is void by the change of plan; the record stays)
drafting-changed = Changed: { $counted }
drafting-title = · { $title }
drafting-title-changed = · { $title } ({ $what })
drafting-part-title = wording
drafting-part-lead = lead
drafting-part-department = department
drafting-part-deadline = deadline
drafting-collected = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
  } received, { $length } characters. Tap “Read” when all is pasted.
drafting-instead = “{ $title }” was not adopted; this paper takes its place, with your answers as proposals.
drafting-busy = “{ $title }” is still being drafted; adopt or drop it first.
drafting-earlier-hint = Send an earlier paper again to settle what it leaves open.
drafting-still-open = { $title }: { $count ->
    [one] { $count } item is
   *[other] { $count } items are
  } still open and do not run.
drafting-adopted = { $title } is adopted; reminders follow it from today.
drafting-adopted-open = The { $count ->
    [one] { $count } open item
   *[other] { $count } open items
  } do not run; you hear of them every Monday.
drafting-adopted-join = Reminders for people who have not joined come to you to pass on.
drafting-dropped = The draft is dropped; nothing was changed.
drafting-send = Send me the rectification plan, ledger or yearly plan (docx, xlsx, txt), or “/plan” and its text. A roster is one person a line, name and post.
drafting-nothing = Nothing that can be scheduled was found; nothing was changed.
drafting-paper-or-proof = “{ $title }” reads as a plan. Draft a plan from it, or keep it as evidence?
drafting-people = { $count ->
    [one] { $count } person
   *[other] { $count } people
  } noted; they join when the plan is adopted.
drafting-problems = It cannot be adopted yet, { $count ->
    [one] { $count } problem
   *[other] { $count } problems
  }:
drafting-not-you = { $name } looks after the plan; please give the paper to the office.
drafting-too-long = The text is too long; please send it as a file.
drafting-provisional-office = New office
drafting-provisional-person = Secretary
button-draft-as-paper = Draft a plan
button-draft-as-proof = Evidence of “{ $title }”
button-draft-start = Begin
button-draft-preview = Preview
button-draft-all = Take all proposals
button-draft-rest = Leave the rest open
button-draft-open = Leave open
button-draft-back = Back
button-draft-change = Change
button-draft-drop = Drop
button-draft-adopt = Adopt
button-draft-another = Add this round
button-draft-replace = Adopt the new version
button-draft-details = Details
button-draft-next = Next page ({ $count } more)
button-draft-reopen = Settle open items
button-draft-reopen-one = Settle “{ $title }”
button-draft-read = Read
toast-draft-gone = This draft has changed
toast-draft-same = That answer is noted already
toast-draft-reading = Reading

### papers asked for in the chat

paper-not-yours = The office keeps this paper; please ask the office for it.
paper-begun = { $paper } is being made and comes as soon as it is ready.
paper-caption = { $paper } (as of { $when })
paper-which = Which one?
paper-unread = “{ $word }” was not understood. Which one?
paper-how = You may name the time, for example “/report 2026-06” or “/report lastweek”.
paper-which-problem = The file of which problem?
button-problem = { $no }
paper-name-digest = Weekly digest
paper-name-ledger = Ledger
paper-name-weekly = Weekly report (file)
paper-name-monthly = Monthly report (file)
paper-name-progress-report = Progress report
paper-name-bulletin = Progress bulletin
paper-name-reminder-letter = Reminder letter
paper-name-talk-register = Talk register
paper-name-minutes-sheet = Minutes sheet
paper-name-week-card = The week as a picture
paper-name-duty-matrix = Duties by month
paper-name-talk-matrix = Talk coverage
paper-name-on-time-trend = On-time share
paper-name-evidence = Problem file
paper-name-calendar = My calendar
nothing-overdue-yours = Nothing of yours is overdue.
overdue-overseen = Overdue in the measures you lead: { $total }.
personal-head = { $name }, your own duties in { $month }
personal-nothing-due = Nothing has fallen due in this month yet.
personal-due = Due { $due }: { $parts }.
personal-late = Overdue
personal-open = Open
personal-done = Done
personal-did = { $day }: { $title }
personal-by = By { $day }: { $title }
personal-month = { $name }, your own duties in { $month }
personal-month-only = Sent to you alone.
personal-week = { $from } to { $to }
personal-week-free = Nothing falls due.
personal-item = { $title }
personal-item-at = { $time } { $title }
personal-item-by = By { $time }: { $title }
personal-settled = { $line } (recorded)
paper-broken = This paper could not be made. It is in the log; please tell whoever runs the bot.
paper-private = This paper names people and is not sent to a group.
paper-too-large = { $name } has { $size } MB; the chat takes at most { $limit } MB. Please export it on the server with duban report.

### gatherings moved for everyone, records of the kinds

gathering-not-yours = “{ $title }” is for everyone together: { $people } may move or cancel it. If you cannot come, ask for leave.
gathering-there-already = “{ $title }” is set for { $when } already; nothing changed.
gathering-moved = “{ $title }” moves to { $when } (it was { $before }); { $count ->
    [0] nobody had been told yet, they are reminded as usual
    [one] one person was told
   *[other] { $count } people were told
  }.
gathering-moved-told = { $person }: “{ $title }” moves to { $when }, it was { $before }.
gathering-moved-leave = { $person }: “{ $title }” moves to { $when }, it was { $before }. You are on leave; if you can come now, tap “I can come”.
button-can-come = I can come
button-not-held = Not held
toast-not-yours = The reporter or the office does this
hint-held = { $kind ->
    [study] Did it take place?
   *[other] Was it held?
  } Tap “{ $done }”, or reply “held, 6 of 7 came”.
progress-ask = How far is “{ $title }” ({ $when })? Please reply in one line, for example “contract signed, opens next month”.
progress-unchanged = Nothing new
progress-which = Which of these is it progress on? Tap a number to note it:
progress-meant = Is this the progress of “{ $title }” ({ $when })?
progress-meant-yes = Yes, record it
hint-line = Please reply with one line on how far it is, for example “contract signed, opens next month”.
record-detail = Said: { $line }
record-line = Progress: { $line }
hint-today = Tap it if you studied today; otherwise no answer is needed. Only you see this.
hint-hours = How many hours did you study last week? Tap the number. Only you see this.
sum-own = { $period }: { $done } d of self-study so far.
quiet-month = Nothing was recorded of “{ $name }” in month { $month }.
quiet-month-how = If it took place, tap “Held” or send “/meeting { $name }”; otherwise no answer is needed.
button-took-place = Held
presenter-told = You give { $title }, { $when }: please prepare.
record-presenter = Given by { $person }.
record-lacks = You may add: { $fields }. One line will do; it counts without it as well.
record-field-attendance = how many were due and present, who was absent
record-field-presenter = who gave it
record-field-amount = hours
button-hours = { $n } h
hours-recorded = Recorded: { $title }, { $hours } h.
button-use = Put to use
use-ask = What did “{ $title }” decide for the work?
use-ask-how = Reply in one line, with who does it by when, for example “Sun Wei revises the visiting rules by 30 June”.
use-noted = Noted, and kept with this study.
use-who = Nobody is named, so nobody is asked to do it; tap “Put to use” again and give a name to assign it.
use-opened = Noted, and assigned to { $people }: by { $day }.
title-use = { $title } (put to use)

### the digest on its way to the group

message-continued = (continued { $n }/{ $of })
digest-own = { $text }
digest-folded = Also: { $items }
digest-preview-head = Digest preview ({ $group })
digest-fate-auto = Goes out by itself { $when }, with the figures of that time.
digest-fate-held = Held: it does not go out by itself.
digest-fate-approved = { $name } has agreed; it goes out { $when }.
digest-fate-asked = Goes out { $when } if { $name } agrees.
digest-fate-late = Was due { $when } and waits for { $name } to agree.
digest-line = { $no } { $text }
digest-line-reworded = { $no } { $text } (reworded)
digest-line-hidden = { $no } (hidden) { $text }
digest-preview-bot = Messages due in this span: { $due }; sent: { $sent }; failed: { $failed } (the group hears of this only if some failed).
digest-preview-how = Reword with “edit 4 new words”, leave out with “hide 4”, bring back with “restore 4”. Figures have no number and cannot be changed. After publication: “correct 4 new words”.
digest-published-changed = The digest was posted to { $group }; differences from the preview: { $n }
digest-change = { $was } → { $is }
digest-change-new = New: { $is }
digest-change-gone = No longer there: { $was }
digest-published-how = Correct with “correct 4 new words”; the numbers are those of the preview.
digest-waits-held = The digest of { $when } ({ $group }) is held and has not gone out.
digest-waits-unapproved = The digest of { $when } ({ $group }) has not gone out; it waits for { $name } to agree.
digest-waits-merged = The one before never went out; what it told is part of this one.
digest-edit-empty = Please say how it should read, for example “edit 4 new words”.
digest-edit-long = A line has at most { $most } characters; please make it shorter.
digest-edit-names = This group's digest names nobody; the words hold “{ $names }”. Nothing was changed.
digest-edit-which = There is no line { $no } to change. Figures cannot be changed; the numbers stand in the preview.
digest-correct-which = The posted digest has no line { $no } to correct; the numbers are those of the preview.
digest-reworded = Line { $no } reworded:
    was: { $was }
    now: { $is }
digest-hidden = Line { $no } is left out: { $text }
digest-restored = Line { $no } is back: { $text }
digest-held = The digest ({ $group }) is held. Write “publish” to let it out; until then you are reminded on every working day.
digest-held-before = The digest ({ $group }) is held already.
digest-released = The digest ({ $group }) goes out { $when }.
digest-released-now = The digest ({ $group }) goes out now.
digest-released-before = The digest ({ $group }) goes out by itself { $when }; it is not held.
digest-not-yours = This digest goes out when { $name } agrees.
digest-corrected = Corrected { $when }
digest-correct-posted = Line { $no } as posted ({ $when }): { $was }
digest-correct-next = In the next preview: { $next }
button-digest-correct = Correct what was posted
button-digest-reword = Reword the preview
digest-corrected-done = Line { $no } of the digest in { $group } is corrected, and the hour is noted there:
    was: { $was }
    now: { $is }
digest-none = There is no digest to show.
digest-did-reworded = reworded line { $no }
digest-did-hidden = left out line { $no }
digest-did-restored = brought back line { $no }
digest-did-corrected = corrected line { $no }
digest-did-held = held it
digest-did-released = let it out
digest-did-approved = agreed to it
digest-did-merged = never went out, merged into the next
digest-did-arranged = changed how it comes out
publish-propose-group = There is no weekly digest yet. Proposed: every Monday 8:30 to the leading group, after the head has agreed; you see it on the working day before.
publish-propose-auto = The digest of { $group } comes out by itself. Proposed: only after the head has agreed.
publish-propose-agreed = The digest of { $group } comes out when { $name } agrees.
publish-auto = The digest of { $group } comes out by itself; you see it on the working day before.
publish-agreed = The digest of { $group } comes out when { $name } agrees; until then it waits, and you are reminded.
publish-add-me = Please add me to the chat of { $group } and confirm.
publish-none = Very well, no digest. You can write “/publish” later.
button-publish-agreed = When { $name } agrees
button-publish-auto = By itself
button-publish-none = No digest
entry-digest-edited = Digest ({ $group }): { $what }
button-digest-release = Publish
button-digest-hold = Hold
button-digest-card = Picture
button-digest-show = Show it
toast-digest-gone = That digest is over
toast-digest-held = Held
toast-digest-released = Very well
