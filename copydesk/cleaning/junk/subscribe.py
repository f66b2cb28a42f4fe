"""Signing in, subscribing, newsletters."""

import re

from copydesk.cleaning.junk.rule import JunkRule, LinePattern, only, opening
from schemas.vocabulary import JunkFamily

RULES = (
    JunkRule(
        name="account_words",
        family=JunkFamily.SUBSCRIBE,
        pattern=only(
            "sign in",
            "sign up",
            "sign out",
            "log in",
            "log out",
            "login",
            "logout",
            "register",
            "register now",
            "subscribe",
            "subscribe now",
            "subscribe today",
            "subscriber content",
            "subscription",
            "subscriptions",
            "my account",
            "my profile",
            "account",
            "join",
            "join now",
            "join us",
            "create account",
            "newsletter",
            "newsletters",
            "e-newsletter",
            "email newsletter",
            "email newsletters",
            "email alerts",
            "alerts",
            "sign up now",
            "donate",
            "become a member",
            "invalid email",
            "or",
            "to",
            "our",
            "for",
            "the",
            "free",
            "password",
            "username",
            "forgot password",
            "forgot your password",
            "remember me",
            "welcome",
            "premium",
            "already a subscriber",
            "start your free trial",
            "digital edition",
            "e-paper",
            "epaper",
            "home delivery",
        ),
        drops=("Sign in", "Sign Up Log In", "My Profile Logout Login", "SUBSCRIBE Invalid email"),
        keeps=("The treaty is for the free.", "Countries sign up to the pact."),
    ),
    JunkRule(
        name="newsletter_pitch",
        family=JunkFamily.SUBSCRIBE,
        pattern=LinePattern(
            re.compile(
                r"""
                [\W_]*+
                (?: sign\s+up\s+(?:for|to)\s+(?:our|the|receive|get|free|daily|your)
                  | subscribe\s+to\s+(?:our|the|this|receive|get)\b
                  | get\s+(?:our|the)\s+(?:(?:free|daily|latest|best)\s+)*
                    (?:newsletter|stories|news|headlines)
                  | (?:log|sign)\s+in\s+(?:to|or)\b
                  | already\s+(?:a\s+subscriber|have\s+an\s+account|a\s+member)
                  | thank\s+you\s+for\s+(?:subscribing|signing\s+up)
                  | enter\s+your\s+e-?mail
                ) .*
                """,
                re.IGNORECASE | re.VERBOSE,
            ),
            first_words=("sign", "subscribe", "get", "log", "already", "thank", "enter"),
        ),
        drops=("Sign up for our newsletter", "Subscribe to the morning briefing", "Log in to comment"),
        keeps=("Thirty states want to sign up for a new treaty.",),
    ),
    JunkRule(
        name="subscriber_notice",
        family=JunkFamily.SUBSCRIBE,
        pattern=opening(
            "to continue reading",
            "this content is for subscribers",
            "you have reached your limit",
            "subscribe or",
            "subscribe to: post",
            "you must be logged in",
            "please log in",
            "please sign in",
            "please register",
        ),
        drops=("To continue reading, please subscribe.", "Subscribe to: Post Comments (Atom)"),
        keeps=("To continue talks, both sides must give way.",),
    ),
)
