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
plan-check-span-s = { $n } seconds
plan-check-span-m = { $n } minutes
plan-check-span-h = { $n } hours
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
duty-study-item-with = { $title } with { $counterpart }
duty-talk = talk
duty-talk-done = Talked
duty-talk-item = { $title }
duty-talk-item-with = { $title } with { $counterpart }
duty-meeting = meeting
duty-meeting-done = Held
duty-meeting-item = { $title }
duty-meeting-item-with = { $title } with { $counterpart }
duty-minutes-check = minutes check
duty-minutes-check-done = Checked
duty-minutes-check-item = { $title }
duty-minutes-check-item-with = { $title } ({ $counterpart })
duty-inspection = visit
duty-inspection-done = Visited
duty-inspection-item = { $title }
duty-inspection-item-with = { $title } ({ $counterpart })
duty-progress = progress
duty-progress-done = Reported
duty-progress-item = Progress of “{ $title }”
duty-progress-item-with = Progress of “{ $title }” ({ $counterpart })
duty-report = report
duty-report-done = Reported
duty-report-item = { $title }
duty-report-item-with = { $title } ({ $counterpart })
duty-deliverable = deliverable
duty-deliverable-done = Finished
duty-deliverable-item = { $title }
duty-deliverable-item-with = { $title } ({ $counterpart })
duty-other = item
duty-other-done = Finished
duty-other-item = { $title }
duty-other-item-with = { $title } ({ $counterpart })

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
intake-claimed-problems = The paper speaks of { $said } problems and lists { $listed }.
intake-claimed-measures = The paper speaks of { $said } measures and lists { $listed }.
intake-claimed-aspects = The paper speaks of { $said } aspects and lists { $listed }.
intake-problem-without-measure = Problem { $no }, “{ $text }”, has no measure.
intake-measure-without-duty = The measure “{ $title }” names nothing that can be scheduled. It is kept and sends no reminders.
intake-fuzzy = For “{ $duty }” the paper says “{ $words }” without saying how often. Please decide.
intake-fuzzy-offer = For “{ $duty }” the paper says “{ $words }” without saying how often. Proposed: { $proposed }.
intake-no-schedule = For “{ $duty }” the paper says neither how often nor by when. Please decide.
intake-no-schedule-offer = For “{ $duty }” the paper says neither how often nor by when. Proposed: { $proposed }.
intake-unreadable-schedule = The time of “{ $duty }”, “{ $words }”, cannot be read. Please put it another way.
intake-no-anchor = From which day does “{ $words }” count for “{ $duty }”? Please give the date of the feedback or of the paper.
intake-unclear-deadline = The deadline of “{ $title }”, “{ $words }”, is not a definite date. Please decide.
intake-masked = The deadline of “{ $title }”, “{ $words }”, is masked. Please give the date.
intake-nobody-named = The paper only says “{ $words }”, which names nobody. Who is responsible?
intake-no-owner = Nobody is named for “{ $duty }” (measure “{ $title }”). Who is responsible?
intake-past-dates = The deadlines of { $count } measures have passed. They are kept as history and send no reminders.
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
intake-file-too-long = The file has more than { $limit } paragraphs. Please split it.
intake-file-too-deep = The file is nested too deeply and was not read.
intake-file-no-text = The file holds no text. It may be a scan or a picture. Please send a text version.
intake-file-timeout = The file could not be read within { $limit } seconds. Please split it.
intake-summary = { $title }: { $problems } problems, { $measures } measures, { $duties } duties, { $doubts } to confirm.
intake-written = Written to { $file }. Confirm each point, then run duban check.
intake-plan-heading = A plan drafted from { $title }. Lines marked “open” need an answer; then remove the # in front.
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

schedule-recurring = { $bounds }{ $rule }{ $times }{ $shift }{ $first }
schedule-since = from { $since },{ " " }
schedule-until = until { $until },{ " " }
schedule-since-until = from { $since } until { $until },{ " " }
schedule-first = { " " }(first on { $date })
schedule-window = { $count }every { $unit }, by { $days } at the latest
schedule-half-month = { $count }every half month
schedule-day-window = { $count }every day
schedule-count = { $n }×{ " " }
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
schedule-every-period = { $days } of every { $unit }
schedule-every-n-week = { $days } of every { $n } weeks
schedule-every-n-month = { $days } of every { $n } months
schedule-every-n-quarter = { $days } of every { $n } quarters
schedule-every-n-half-year = { $days } of every { $n } half-years
schedule-every-n-year = { $days } of every { $n } years
schedule-rrule = by the rule RRULE:{ $rule }
schedule-in-month = { $day } of { $month }
schedule-in-nth-month = { $day } of month { $n }
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
schedule-weekday-nth = { $day } no. { $n }
schedule-weekday-last = the last { $day }
schedule-weekday-from-end = { $day } no. { $n } from the end
schedule-workday-nth = working day { $n }
schedule-workday-last = the last working day
schedule-workday-from-end = working day { $n } from the end
schedule-day-nth = day { $n }
schedule-day-of-period = day { $n }
schedule-day-last = the last day
schedule-day-from-end = day { $n } from the end
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
schedule-once = { $date }{ $times }
schedule-once-before = by { $date }{ $times }
schedule-once-exact = { $iso }
schedule-after = within { $n } { $unit } after the { $event }{ $times } (that is by { $date })
schedule-event-meeting = meeting
schedule-event-feedback = feedback
schedule-event-inspection = inspection
schedule-event-talk = talk
schedule-event-activity = activity
schedule-span-wd = working days
schedule-span-d = days
schedule-span-h = hours
schedule-span-m = minutes
schedule-span-s = seconds
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
schedule-note-feedback-anchor = No date of the feedback is known: counted from today.
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
schedule-ask-either = “{ $word }” names two periods. Choose one, for example “once a quarter”.

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
reply-pick = Chooses number { $number }
reply-corrects = Corrects an earlier report
reply-evidence = Evidence: { $text }
reply-sensitive = Sensitive: { $what }
reply-sensitive-id-number = identity number
reply-sensitive-phone = telephone number
reply-sensitive-case = case or lead
reply-sensitive-classified = marks of classified matter
reply-problem-person = the plan has nobody, or more than one person, called “{ $word }”
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
own-one = { $name }, one thing to do:
own-one-late = { $name }, one thing is overdue:
own-many = { $name }, { $count } things to do:
own-next-rung = Without an answer by { $when } it goes to { $person }.
list-item = { $no }  { $title } – { $when }
list-hint = Tap a number, or reply “1 done”.
choice = { $no }  { $title }
hint-done = Tap “{ $done }” when it is done, or just reply.
hint-event = See you there; if you cannot come, tap “Leave”.
hint-which-talk = Tap the name of whom you talked with, or reply “talked with …”.
hint-days = On how many days of last week did you study? Only you see this.
alert-head = { $name }, { $count } overdue, { $total } in all now.
alert-item = { $person }: { $title }
alert-item-numbered = { $no }  { $person }: { $title }
alert-late = Was due { $when }, { $days } working { $days ->
    [one] day
   *[other] days
} late
alert-due = Was due { $when }
alert-history = Past before the plan was adopted; for your information only
alert-not-reached = { $person } was not reached, please call
alert-told-sent = Reminded { $times ->
    [one] once
   *[other] { $times } times
}, delivered, no answer
alert-told-unconfirmed = Reminded { $times ->
    [one] once
   *[other] { $times } times
}, delivery not confirmed
alert-told-relayed = You were asked to pass it on, no answer
alert-next-rung = Without an answer by { $when } it goes to { $person }
escalation-head = { $name }, { $count } { $count ->
    [one] item needs
   *[other] items need
} your attention.
escalation-item = { $no }  { $person }: { $title }
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
recorded-done = { $day }: { $title }
recorded-excused = { $title }: excused ({ $reason })
recorded-void = { $title }: not held this time
recorded-gap = { $title }: during an outage, counted apart
recorded-vacant = { $title }: post vacant
recorded-late = Done { $days } working { $days ->
    [one] day
   *[other] days
} late.
line-done = { $line } – done ({ $day })
line-excused = { $line } – excused
line-void = { $line } – not held
line-gap = { $line } – outage
line-vacant = { $line } – vacant
talks-left = Still to talk with this period, { $count } in all: { $names }.
talks-content = Only date and person are kept, not what was said.
seen-one = Thank you, “{ $title }” is noted as seen, not as done.
seen-many = Thank you, { $count } items are noted as seen, not as done.
seen-next = You will be reminded { $when }.
seen-no-reminder = No further reminder before it is due; please reply when done.
seen-nothing = Thank you. Nothing is open for you now.
seen-chat = Thank you.
later-at = You will be reminded { $when }. The due date stays.
settled-before = “{ $title }” was recorded before; nothing was added.
refused-not-begun = “{ $title }” begins { $when }; it cannot be recorded yet.
refused-too-early = “{ $title }” counts from { $when }; it was not recorded.
move-ask = Move “{ $title }” to which day?
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
undo-nothing = There is nothing to take back.
undo-too-late = It is too late to take this back; please ask the office to correct it.
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
noted-progress = Progress noted: { $title }. Not yet recorded as done.
noted-not-done = Noted, “{ $title }” is not done yet; you will be reminded before it is due.
told-void = { $name } says that “{ $title }” was cancelled or merged; please see to it.
told-delegate = { $name } wants to hand “{ $title }” to somebody else; please see to it.
telling-void = The office was told about “{ $title }”; until it is recorded reminders go on.
telling-delegate = The office was told about “{ $title }”; until it answers it stays with you.
name-unclear = “{ $name }” does not fit exactly one person; please write the full name.
which-done = Which one was done? Tap its number to record it:
which-item = Which one do you mean? Tap its number to open it:
not-understood = That was not understood, nothing was recorded. Open for you – tap a number:
not-understood-question = Open for you – tap a number:
nothing-open = Nothing is open for you now.
nothing-overdue = Nothing is overdue now.
sensitive = The message seems to hold an ID number, a phone number, a case clue or classified matter; nothing was recorded. Please delete it and write only what, when and with whom.
too-long = The message is too long and was not read. One sentence is enough.
no-words = The attachment came without words. Please add a line, such as “1 done”.
unknown-command = There is no such command. Send /help to see how it works.
not-allowed = Only the office can do this.
apology = Your last message could not be handled and nothing was recorded. Please send it again, or tell the office.
meeting-unknown = Nothing waits for “{ $name }”. Write /meeting NAME.
meeting-recorded = Recorded: { $name }. { $count } follow-up { $count ->
    [one] item
   *[other] items
} opened.
help-head = You are reminded of what is due; tap a button when it is done, or reply in a sentence.
help-report = For example: 3 done; held it yesterday; talked with Ward.
help-move = For example: move to Friday; on leave; later.
help-undo = Recorded by mistake: reply “undo”.
help-commands = /today what is open, /undo take back.
help-secretary = /overdue what is late, /meeting NAME.
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
digest-window = { $days } days left of the rectification window
digest-total = In all
digest-due = Due: { $due }.
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
digest-moved = { $measure }: { $titles }, { $n } done
digest-late = What needs a push
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
digest-ahead-on = { $day }: { $title }
digest-ahead-by = By { $day }: { $title }
digest-more = { $n } more

### start

start-data = Data folder: { $path }
start-web = Health: { $url }
start-chat = The local chat is open at { $url }
start-ready = Ready after { $seconds } s. Ctrl-C stops it.
start-no-plan-file = The plan file { $path } cannot be read; please check PLAN_FILE.
start-plan-bad = The plan has { $count } problems and was not adopted:
start-plan-problem = { $where }: { $problem }
start-claim = { $office }: the secretary claims the bot with this one-time link: { $link }
start-no-plan = There is no plan yet: set PLAN_FILE and start again.
start-bug = Something inside went wrong, stopping: { $error }
store-other-world = This store belongs to the other kind of start (local chat or real bot); they are never mixed. Choose another DATA_DIR or REDIS_URL.
store-newer = This store was written by a newer version; please update before starting.
store-too-old = This store is too old to be brought up to date; please export it with the version that wrote it.
event-digest = Weekly report of { $group }
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
cli-plan-bad = The plan { $path } has { $count } problems; run duban check first.
cli-bug = Something inside went wrong: { $reason }
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
cli-invite-for = Pass the link on to { $name }; it works once, within { $hours } hours.
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
entry-said = message to { $to } ({ $count } items): { $result }
entry-noticed = decided on { $count } notices
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
