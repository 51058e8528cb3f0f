"""What the training catalogue brings to the house."""

from handslag.demo import DemoContent, demo_content
from training.demo import load_catalogue

demo_content.register(DemoContent("training", load_catalogue, order=40))
