"""People at the desk: managers invite whom they answer for, within their own reach and no wider."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.admin import ModelAdmin, StackedInline
from unfold.decorators import display

from .access import facilities_of, is_national, within
from .granting import governed, grantable, may_change_person
from .invitations import invite
from .models import Contributor, Membership, Role, User

# Memberships stand in for groups, and sign-in keeps its own books.
admin.site.unregister([Group, EmailAddress, Authenticator])


class MembershipForm(forms.ModelForm):  # type: ignore[type-arg]
    """Offers only what the manager may grant; desk and place must fit each other."""

    class Meta:
        model = Membership
        fields = ["role", "scope", "facility", "region"]

    def clean(self) -> dict[str, Any]:
        """A place for a scope that needs one, none for one that does not; nothing beyond reach."""
        fields = super().clean() or self.cleaned_data
        scope = fields.get("scope")
        for name in ("facility", "region"):
            if scope == name and not fields.get(name):
                self.add_error(name, _("Choose the place this membership is for."))
            elif scope and scope != name:
                fields[name] = None
        return fields


class MembershipFormSet(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Refuses to grant, change or end what lies outside the manager's reach."""

    manager_in_charge: User

    def clean(self) -> None:
        """Check each changed or ended membership; raises ValidationError for the whole set."""
        super().clean()
        changed = [form for form in self.forms if form.has_changed() and form.is_valid()]
        if not all(grantable(self.manager_in_charge, form.instance) for form in changed):
            raise forms.ValidationError(_("You can only grant what lies within your own reach."))
        places = [(form.instance.facility_id, form.instance.region_id) for form in changed]
        if len(set(places)) < len(places):
            raise forms.ValidationError(_("Give one membership for each place, not two."))


class MembershipInline(StackedInline):
    """The memberships of one person that lie within the manager's reach; others are not shown."""

    model = Membership
    form = MembershipForm
    formset = MembershipFormSet
    extra = 0
    autocomplete_fields = ["facility"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        """Those the manager could have granted."""
        user: Any = request.user
        return governed(user, super().get_queryset(request))

    def get_min_num(self, request: HttpRequest, obj: User | None = None, **kwargs: Any) -> int:
        """Nobody is invited without a membership."""
        return 0 if obj else 1

    def get_formset(self, request: HttpRequest, obj: User | None = None, **kwargs: Any) -> Any:
        """A formset that knows who grants."""
        made = super().get_formset(request, obj, validate_min=obj is None, **kwargs)
        return type(made.__name__, (made,), {"manager_in_charge": request.user})


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    """A person's name and address; an address is kept in small letters."""

    class Meta:
        model = User
        fields = ["full_name", "email", "is_active"]

    def clean_email(self) -> str:
        """One account for each address, also where the manager cannot see the other one."""
        email = str(self.cleaned_data["email"]).strip().lower()
        others = User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk)
        if others.exists():
            raise forms.ValidationError(
                _(
                    "There is an account with this address already. Look for it in the list; if it "
                    "is not there, ask a manager with a wider reach to add the membership."
                )
            )
        return email


@admin.register(User)
class UserAdmin(ModelAdmin):
    """Users are invited and switched off, never deleted; an address is theirs alone to change."""

    form = PersonForm
    list_display = ["full_name", "email", "roles", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["full_name", "email"]
    ordering = ["full_name"]
    fields = ["full_name", "email", "is_active"]
    inlines = [MembershipInline]
    actions = ["forget_second_factor"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """People with a membership in the manager's reach."""
        user: Any = request.user
        theirs = governed(user, Membership.objects.select_related("facility", "region"))
        shown = Prefetch("memberships", theirs, to_attr="shown_memberships")
        people: QuerySet[User] = super().get_queryset(request).prefetch_related(shown)
        if user.is_superuser:
            return people
        return people.filter(pk__in=theirs.values("user"))

    @display(description=_("Memberships"))
    def roles(self, person: Any) -> str:
        """What the person may do and where, as far as the manager may know."""
        return "; ".join(str(one) for one in person.shown_memberships) or "-"

    def get_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """A new person is active."""
        return [*self.fields] if obj else ["full_name", "email"]

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> list[str]:
        """An address changed is an account taken over; people who reach further are let be."""
        user: Any = request.user
        if obj is None or user.is_superuser:
            return []
        return ["email"] if may_change_person(user, obj) else ["full_name", "email", "is_active"]

    @admin.action(description=_("Forget the second factor (phone and codes are lost)"))
    def forget_second_factor(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        """Let people set up a new authenticator; only those the manager fully answers for."""
        manager: Any = request.user
        theirs = [one for one in queryset if may_change_person(manager, one) and one != manager]
        Authenticator.objects.filter(user__in=theirs).delete()
        self.message_user(
            request,
            _("Forgotten for %(count)d of %(all)d people. They set up a new one when they sign in.")
            % {"count": len(theirs), "all": queryset.count()},
        )

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """Save; a new person gets a letter with a link to choose a password."""
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            manager: Any = request.user
            # The letter leaves when the account is safe, not before.
            transaction.on_commit(lambda: invite(obj, by=manager), robust=True)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody hard-deletes."""
        return False


@admin.register(Contributor)
class ContributorAdmin(ModelAdmin):
    """Bylines: everybody at the desk sees them, editors keep those of their facilities."""

    list_display = ["name", "kind", "facility"]
    list_filter = ["kind"]
    list_select_related = ["facility"]
    search_fields = ["name", "initials", "facility__name"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["kind", "name", "initials", "slug", "facility", "user", "about"]
    autocomplete_fields = ["facility"]
    actions = None

    def has_change_permission(self, request: HttpRequest, obj: Contributor | None = None) -> bool:
        """Editors, for facilities they cover; bylines without one are the national desk's."""
        user: Any = request.user
        if obj is None or user.is_superuser:
            return bool(super().has_change_permission(request, obj))
        if obj.facility is None:
            return is_national(user, Role.EDITOR)
        return Contributor.objects.filter(within(user, Role.EDITOR), pk=obj.pk).exists()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        """Offer facilities the editor covers and people of those facilities."""
        user: Any = request.user
        mine = facilities_of(user, Role.EDITOR)
        if not user.is_superuser and db_field.name == "facility":
            kwargs["queryset"] = mine
        if not user.is_superuser and db_field.name == "user":
            kwargs["queryset"] = User.objects.filter(memberships__facility__in=mine).distinct()
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and db_field.name == "facility":
            field.required = not (user.is_superuser or is_national(user, Role.EDITOR))
        return field

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Bylines stay when people go."""
        return False
