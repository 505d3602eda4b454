use super::{About, Language, Topic};

pub static ENGLISH: Language = Language {
    code: "en",
    name: "English",
    space: " ",
    chars_per_second: 15.0,
    greeting: "Hello {name}, this is Nia, the virtual recruiter calling for {company}. You applied for the {job} role in {city}. I have a few short questions, it takes about five minutes, and the call is recorded. Is now a good time?",
    greeting_replies: &[
        "Oh, hi! Yes, that's fine, I was hoping you'd call.",
        "Yeah, sure. Just give me a second to step outside… okay, go ahead.",
        "Hello. Yes, it's a good time, though I may have to go in ten minutes.",
        "Um, yes. Sorry, is this a real person? … Ah, okay. No, it's fine, let's do it.",
    ],
    topics: &[
        Topic {
            about: About::Experience,
            question: "Great. To start with, could you tell me how much {job} experience you have, and what a typical day looks like?",
            answers: &[
                (
                    9,
                    "I've been doing this for about {years} years now. At the moment I look after a team of four, so a typical day is the hand-over at seven, then I plan who does what, and after that I'm on the floor with everybody else until the afternoon.",
                ),
                (
                    7,
                    "So, {years} years in total, but not all in one go. I started as a temp, then they kept me on, and since last spring I've been full time. Mornings are busy, afternoons are mostly paperwork and follow-ups.",
                ),
                (
                    4,
                    "To be honest, not that much in this exact role. I did something similar for eight months, and before that I was in a shop. But I learn quickly, and people tell me I'm good under pressure.",
                ),
            ],
        },
        Topic {
            about: About::NoticePeriod,
            question: "Thank you. What is your notice period, and when could you start at the earliest?",
            answers: &[
                (
                    9,
                    "I can start right away, actually. My contract ran out at the end of last month.",
                ),
                (
                    7,
                    "I'd have to give {weeks} weeks. I could probably talk them into letting me go a bit earlier if it's urgent.",
                ),
                (
                    4,
                    "It's three months, I'm afraid. End of the quarter. I know that's long, and I've asked, but they won't shorten it.",
                ),
            ],
        },
        Topic {
            about: About::Salary,
            question: "Understood. What salary are you looking for?",
            answers: &[
                (
                    8,
                    "Somewhere around {salary}. That's roughly what I'm on now, plus a little for the longer commute.",
                ),
                (
                    6,
                    "Hmm, it depends on the package. With the shift allowance, {salary} would be fine; without it I'd want a bit more.",
                ),
                (
                    3,
                    "I'd rather not say a figure yet. What's the range on your side?",
                ),
            ],
        },
        Topic {
            about: About::Certificates,
            question: "For this position we need {certificate}. Do you hold that, and is it current?",
            answers: &[
                (
                    10,
                    "Yes, I do. I renewed it in March, so it's good for another two years. I can send you a scan.",
                ),
                (
                    6,
                    "I have it, but it runs out in, what, six weeks? I've already booked the refresher.",
                ),
                (
                    2,
                    "No, not yet. I was told that I could do it during the probation period. Is that right?",
                ),
            ],
        },
        Topic {
            about: About::Shifts,
            question: "The role includes early and late shifts and every second weekend. How do you feel about that?",
            answers: &[
                (
                    9,
                    "That's no problem at all. I've worked a three-shift pattern before, and I quite like having weekdays off.",
                ),
                (
                    6,
                    "Earlies are fine. Lates I can do except Thursdays, because I pick up my daughter then.",
                ),
                (
                    3,
                    "Weekends are difficult, if I'm honest. One a month, maybe. I play football on Saturdays, and my mum needs me on Sundays.",
                ),
            ],
        },
        Topic {
            about: About::Location,
            question: "And how would you get to our site in {city}? Do you live nearby?",
            answers: &[
                (
                    9,
                    "I'm twenty minutes away by bike. I pass the building every day.",
                ),
                (
                    7,
                    "It's about an hour by train, with one change. I do that already, so I'm used to it.",
                ),
                (
                    4,
                    "I'd be moving. I'm still about two hundred miles away, but I've started looking at flats.",
                ),
            ],
        },
        Topic {
            about: About::Motivation,
            question: "Last one: why would you like to work at {company}?",
            answers: &[
                (
                    9,
                    "A friend of mine works there, and she says you actually train people instead of just talking about it. I want to be somewhere I can still be in five years.",
                ),
                (
                    6,
                    "Mostly because it's closer to home and more hours. And, well, I've heard good things about the team.",
                ),
                (
                    3,
                    "Er… I applied to quite a few places, so, remind me, which one is this again?",
                ),
            ],
        },
    ],
    hesitations: &[
        "Um… ",
        "Well… ",
        "So… ",
        "Let me think… ",
        "Uh, right. ",
        "Good question. ",
        "Hm. ",
    ],
    acknowledgements: &[
        "Thank you, noted.",
        "Okay, that helps.",
        "Got it.",
        "Thanks for being open about that.",
        "Alright.",
    ],
    follow_ups: &[
        "Could you give me an example of that?",
        "And how did that turn out?",
        "What would your colleagues say about that?",
        "Is there anything you would do differently today?",
        "Tell me a little more about that, please.",
    ],
    asides: &[
        "The week before Christmas is always mad, you come in at six and the phones are already going, and you just take one thing at a time.",
        "I once sent a whole delivery to the wrong site, forty pallets of it, and I rang them myself before anybody noticed, because they'd have found out anyway.",
        "We were three at the start and eleven when I left, and I had trained most of them, so I suppose that says something.",
        "If I'm not sure, I ask. It costs a minute, and not asking costs an afternoon.",
        "When my old boss retired, for {weeks} weeks there was nobody, so I did the rota and the ordering as well.",
        "I'd say I'm calm. My wife says stubborn. It's probably the same thing.",
        "They brought in tablets last year, and the older colleagues hated it, so I sat down with each of them for half an hour, and now they won't give them back.",
        "There's a form for it, but nobody ever read the form, so I put a photo on the wall of how it should look. That worked.",
        "There was this one week when two people were off sick and the system went down, and we did everything on paper, and still nobody had to wait more than ten minutes.",
        "What I learned there, really, is to say early when something isn't going to work, because by the time everyone can see it, it's too late to fix it cheaply.",
        "My manager always said, write it down, and I used to laugh about it, but now I'm the one with the notebook.",
        "I don't want to badmouth anyone, but the rota changed three times a month, and you can't plan a life around that.",
        "We had a customer who called every single Monday, same question, and in the end I just called him on Friday, and that was that: he sent us a cake.",
        "Sorry, the dog… quiet! … okay. Where was I? Yes, the training. I did that on top of the normal hours, evenings mostly.",
        "And it's not that I mind hard work, it's more that I like to see what comes out of it at the end of the day.",
        "Before that I spent two years abroad, which is where I picked up the languages; it helps more often than you'd think.",
    ],
    closing: "That was everything from my side. Thank you for your time, {name}. A recruiter from {company} will get back to you within three working days. Have a good day!",
    goodbyes: &[
        "Thanks, you too. Bye!",
        "Perfect. Looking forward to hearing from you.",
        "Okay, cheers. Bye-bye.",
    ],
};
