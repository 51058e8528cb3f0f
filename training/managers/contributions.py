"""What the managers of units bring to the house."""

from handslag.access import roles
from training.managers import admin

roles.permissions.register(admin.permissions)
admin.connect()
