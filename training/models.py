"""The app's models; each lives with its feature."""

from training.catalogue.course_page import CoursePage
from training.catalogue.index_page import CatalogueIndexPage
from training.catalogue.link_check import LinkCheck
from training.catalogue.material import CourseMaterial
from training.competence.earlier import EarlierTraining
from training.experiences.experience import Experience
from training.managers.manager import UnitManager
from training.methods.method import Method, MethodReview
from training.needs.need import TrainingNeed
from training.occasions.calendar_day import CalendarDay
from training.occasions.day import OccasionDay
from training.occasions.feed_key import FeedKey
from training.occasions.occasion import Occasion
from training.registrations.evaluations.evaluation import Evaluation
from training.registrations.notice import RegistrationNotice
from training.registrations.registration import Registration

__all__ = [
    "CalendarDay",
    "CatalogueIndexPage",
    "CourseMaterial",
    "CoursePage",
    "EarlierTraining",
    "Evaluation",
    "Experience",
    "FeedKey",
    "LinkCheck",
    "Method",
    "MethodReview",
    "Occasion",
    "OccasionDay",
    "Registration",
    "RegistrationNotice",
    "TrainingNeed",
    "UnitManager",
]
