/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-case-batch.h"

#include "jp-case-batch-work.h"
#include "jp-field.h"
#include "jp-text.h"

#include <glib/gi18n-lib.h>

#define PROGRESS_MS 100

/* One case of the list. */
typedef struct
{
  const JpFundingRow *row; /* of the data */
  guint               ordinal;
  GtkWidget          *check;   /* borrowed: children of the list */
  GtkWidget          *voucher;  /* NULL: publicity has none */
  GtkWidget          *override; /* why what blocks is passed; NULL: publicity has nothing to pass */
  GtkWidget          *remark;
  gboolean            blocked; /* only the city's reason lets it through */
  gboolean            refused;
} BatchCase;

struct _JpCaseBatch
{
  AdwWindow parent_instance;

  /* Borrowed: children. */
  JpField   *date;
  GtkWidget *list;
  GtkWidget *summary;
  GtkWidget *progress;
  GtkWidget *accept;

  /* Owned. */
  JpSession     *session;
  JpFundingData *data;
  GArray        *cases; /* of BatchCase */
  GCancellable  *running;
  JpCaseBatchWork   *work;

  JpFundActKind kind;
  guint         ticking;
};

G_DEFINE_FINAL_TYPE (JpCaseBatch, jp_case_batch, ADW_TYPE_WINDOW)

static gboolean
concerns (const JpFundCase *fund_case, JpFundActKind kind)
{
  if (kind == JP_FUND_PUBLICISE)
    return fund_case->state == JP_CASE_CITY;

  return fund_case->state == JP_CASE_PUBLICITY || fund_case->state == JP_CASE_HELD
         || fund_case->state == JP_CASE_PAYABLE;
}

gboolean
jp_case_batch_may (GPtrArray *rows, JpFundActKind kind)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const JpFundingRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->n_cases; k++)
        if (concerns (&row->cases[k], kind))
          return TRUE;
    }

  return FALSE;
}

static char *
text_of (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static JpFundAct *
act_of (JpCaseBatch *self, const BatchCase *item, JpDate date)
{
  const JpFundCase *fund_case = jp_funding_row_case (item->row, item->ordinal);
  JpFundAct *act = jp_fund_act_new (item->ordinal, self->kind, date);

  if (self->kind == JP_FUND_PAY)
    {
      act->amount = fund_case->entitled;
      act->voucher = text_of (item->voucher);
      act->override_reason = text_of (item->override);
    }

  return act;
}

static void
set_remark (const BatchCase *item, const char *text, gboolean wrong)
{
  gtk_label_set_label (GTK_LABEL (item->remark), text);
  gtk_widget_set_visible (item->remark, *text != '\0');
  if (wrong)
    gtk_widget_add_css_class (item->remark, "error");
  else
    gtk_widget_remove_css_class (item->remark, "error");
}

/* What the city may pass is passed by a reason, which is printed: writing one chooses the case. */
static void
show_override (BatchCase *item, gboolean blocked)
{
  g_autofree char *reason = text_of (item->override);

  gtk_widget_set_visible (item->override, blocked || *reason != '\0');
  if (item->blocked && !item->refused)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (item->check), TRUE);
  item->blocked = blocked;
}

/* What the rules say to it; a voucher that is still to be written hides nothing else. */
static GError *
ask_rules (JpCaseBatch *self, const BatchCase *item, JpFundAct *act)
{
  const JpContext *context = jp_snapshot_get_context (self->data->snapshot);
  GError *error = NULL, *other = NULL;

  if (jp_fund_check_act (item->row->dossier, context, act, &error)
      || !g_error_matches (error, JP_FUND_ERROR, JP_FUND_ERROR_VOUCHER))
    return error;

  jp_text_set (&act->voucher, "—");
  if (jp_fund_check_act (item->row->dossier, context, act, &other))
    return error;

  g_error_free (error);
  return other;
}

static void
show_answer (JpCaseBatch *self, BatchCase *item, const JpFundAct *act, const GError *error)
{
  if (self->kind == JP_FUND_PUBLICISE && error == NULL)
    {
      g_autofree char *last = jp_date_to_chinese (act->last_day);
      g_autofree char *text = g_strdup_printf (act->last_day_provisional ? _("Publicity to %s, provisional")
                                                                         : _("Publicity to %s"),
                                               last);

      set_remark (item, text, FALSE);
    }
  else if (error == NULL && item->override != NULL && gtk_widget_get_visible (item->override))
    set_remark (item, gtk_label_get_label (GTK_LABEL (item->remark)), FALSE); /* what is passed stays to be read */
  else
    set_remark (item, error != NULL ? error->message : "", item->refused);
}

/* A voucher that is still to be written is no refusal. */
static void
check_case (JpCaseBatch *self, BatchCase *item, JpDate date)
{
  g_autoptr (JpFundAct) act = act_of (self, item, date);
  g_autoptr (GError) error = NULL;
  gboolean blocked;

  act->office = g_strdup (JP_OFFICE_CITY);
  error = ask_rules (self, item, act);
  item->refused = error != NULL && !g_error_matches (error, JP_FUND_ERROR, JP_FUND_ERROR_VOUCHER);
  blocked = g_error_matches (error, JP_FUND_ERROR, JP_FUND_ERROR_BLOCKED);
  gtk_widget_set_sensitive (item->check, !item->refused);
  if (item->refused)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (item->check), FALSE);
  if (item->override != NULL)
    {
      gtk_widget_set_sensitive (item->voucher, !item->refused || blocked);
      show_override (item, blocked);
    }
  show_answer (self, item, act, error);
}

guint
jp_case_batch_count (JpCaseBatch *self, guint *n_refused)
{
  guint n = 0;

  *n_refused = 0;
  for (guint i = 0; i < self->cases->len; i++)
    {
      const BatchCase *item = &g_array_index (self->cases, BatchCase, i);

      n += gtk_check_button_get_active (GTK_CHECK_BUTTON (item->check)) ? 1 : 0;
      *n_refused += item->refused ? 1 : 0;
    }

  return n;
}

static void
show_summary (JpCaseBatch *self)
{
  guint n_refused, n = jp_case_batch_count (self, &n_refused);
  JpMoney sum = 0;
  g_autofree char *text = NULL, *wan = NULL;

  for (guint i = 0; i < self->cases->len; i++)
    {
      const BatchCase *item = &g_array_index (self->cases, BatchCase, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (item->check)))
        sum += jp_funding_row_case (item->row, item->ordinal)->entitled;
    }
  wan = jp_money_to_wan (sum);
  text = g_strdup_printf (_("%1$s: %2$u chosen, %3$s 万元 together; %4$u refused"), jp_fund_act_kind_name (self->kind),
                          n, wan, n_refused);
  gtk_label_set_label (GTK_LABEL (self->summary), text);
  gtk_widget_set_sensitive (self->accept, n > 0 && self->running == NULL);
}

static void
check_all (JpCaseBatch *self)
{
  JpDate date;

  if (!jp_field_get_date (self->date, &date))
    return;

  for (guint i = 0; i < self->cases->len; i++)
    check_case (self, &g_array_index (self->cases, BatchCase, i), date);
  show_summary (self);
}

static gboolean
on_tick (gpointer data)
{
  JpCaseBatch *self = data;
  guint n = (guint) g_atomic_int_get (&self->work->n_done);
  g_autofree char *text = g_strdup_printf (_("%1$u of %2$u done"), n, self->work->acts->len);

  /* A length on the screen. */
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 (double) n / (double) MAX (self->work->acts->len, 1));
  gtk_progress_bar_set_text (GTK_PROGRESS_BAR (self->progress), text);

  return G_SOURCE_CONTINUE;
}

static void
stop_ticking (JpCaseBatch *self)
{
  if (self->ticking != 0)
    g_source_remove (self->ticking);
  self->ticking = 0;
}

/* What was done goes from the list's reach; what was refused says why. */
static void
show_outcome (JpCaseBatch *self)
{
  guint k = 0, n_left = 0;

  for (guint i = 0; i < self->cases->len; i++)
    {
      BatchCase *item = &g_array_index (self->cases, BatchCase, i);
      const char *refusal;

      if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (item->check)))
        continue;
      if (k >= self->work->n_acts) /* stopped before it */
        {
          k++;
          n_left++;
          continue;
        }
      refusal = g_ptr_array_index (self->work->refusals, k++);
      item->refused = refusal != NULL;
      n_left += refusal != NULL ? 1 : 0;
      set_remark (item, refusal != NULL ? refusal : _("Done"), refusal != NULL);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (item->check), FALSE);
      gtk_widget_set_sensitive (item->check, FALSE);
    }
  if (n_left == 0)
    {
      g_autofree char *text
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s: %u case done", "%s: %u cases done", k),
                           jp_fund_act_kind_name (self->kind), k);
      GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

      if (parent != NULL)
        gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", text);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_summary (self);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (JpCaseBatch) self = data;
  g_autoptr (GError) error = NULL;

  jp_session_do_finish (JP_SESSION (source), result, &error);
  stop_ticking (self);
  g_clear_object (&self->running);
  if (self->session == NULL)
    return;

  gtk_widget_set_visible (self->progress, FALSE);
  show_outcome (self);
}

void
jp_case_batch_accept (JpCaseBatch *self)
{
  JpDate date;

  if (self->running != NULL || !jp_field_get_date (self->date, &date))
    return;

  g_clear_pointer (&self->work, jp_case_batch_work_unref);
  self->work = jp_case_batch_work_new ();
  for (guint i = 0; i < self->cases->len; i++)
    {
      const BatchCase *item = &g_array_index (self->cases, BatchCase, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (item->check)))
        jp_case_batch_work_add (self->work, item->row->dossier->id, act_of (self, item, date));
    }
  self->running = g_cancellable_new ();
  self->ticking = g_timeout_add (PROGRESS_MS, on_tick, self);
  gtk_widget_set_visible (self->progress, TRUE);
  gtk_widget_set_sensitive (self->accept, FALSE);
  jp_session_do_async (self->session, jp_case_batch_work_run, jp_case_batch_work_ref (self->work),
                       jp_case_batch_work_unref, self->running, on_done, g_object_ref (self));
}

/* While acts are being done it stops them between two; otherwise it closes. */
static void
on_cancel (JpCaseBatch *self)
{
  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
jp_case_batch_dispose (GObject *object)
{
  JpCaseBatch *self = JP_CASE_BATCH (object);

  g_cancellable_cancel (self->running);
  stop_ticking (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jp_case_batch_parent_class)->dispose (object);
}

static void
jp_case_batch_finalize (GObject *object)
{
  JpCaseBatch *self = JP_CASE_BATCH (object);

  g_clear_object (&self->running);
  g_array_unref (self->cases);
  jp_funding_data_unref (self->data);
  jp_case_batch_work_unref (self->work);

  G_OBJECT_CLASS (jp_case_batch_parent_class)->finalize (object);
}

static void
jp_case_batch_class_init (JpCaseBatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jp_case_batch_dispose;
  G_OBJECT_CLASS (klass)->finalize = jp_case_batch_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
new_header (JpCaseBatch *self)
{
  GtkWidget *header = adw_header_bar_new (), *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->accept = gtk_button_new_with_mnemonic (_("_Record All"));
  gtk_widget_add_css_class (self->accept, "suggested-action");
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  g_signal_connect_swapped (cancel, "clicked", G_CALLBACK (on_cancel), self);
  g_signal_connect_swapped (self->accept, "clicked", G_CALLBACK (jp_case_batch_accept), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->accept);

  return header;
}

static void
jp_case_batch_init (JpCaseBatch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->cases = g_array_new (FALSE, TRUE, sizeof (BatchCase));
  self->date = jp_field_new (JP_FIELD_KIND_DATE, _("Date"));
  self->list = gtk_list_box_new ();
  self->summary = gtk_label_new (NULL);
  self->progress = gtk_progress_bar_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_widget_add_css_class (self->summary, "heading");
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (self->progress), TRUE);
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->date));
  gtk_box_append (GTK_BOX (body), self->summary);
  gtk_box_append (GTK_BOX (body), self->progress);
  gtk_box_append (GTK_BOX (body), self->list);
  gtk_widget_add_css_class (body, "batch-body");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), body);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
}

static GtkWidget *
new_texts (BatchCase *item)
{
  const JpFundCase *fund_case = jp_funding_row_case (item->row, item->ordinal);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2), *name = gtk_label_new (NULL);
  g_autofree char *wan = jp_money_to_wan (fund_case->entitled);
  g_autofree char *text = g_strdup_printf (_("%1$s · year %2$u · %3$s 万元"), item->row->name, item->ordinal, wan);

  gtk_label_set_label (GTK_LABEL (name), text);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  item->remark = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (item->remark), 0);
  gtk_label_set_wrap (GTK_LABEL (item->remark), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (item->remark), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (item->remark, "fund-small");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), item->remark);
  if (item->override != NULL)
    gtk_box_append (GTK_BOX (texts), item->override);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (item->check), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, item->remark,
                                  NULL, -1);

  return texts;
}

static GtkWidget *
new_entry (JpCaseBatch *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (check_all), self);

  return entry;
}

static void
add_case (JpCaseBatch *self, const JpFundingRow *row, guint ordinal)
{
  BatchCase item = { .row = row, .ordinal = ordinal, .check = gtk_check_button_new () };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (item.check), TRUE);
  g_signal_connect_swapped (item.check, "toggled", G_CALLBACK (show_summary), self);
  if (self->kind == JP_FUND_PAY)
    {
      item.voucher = new_entry (self, _("Voucher No."));
      item.override = new_entry (self, _("Override Because"));
      gtk_widget_set_valign (item.voucher, GTK_ALIGN_CENTER);
      gtk_widget_set_visible (item.override, FALSE);
    }
  gtk_box_append (GTK_BOX (box), item.check);
  gtk_box_append (GTK_BOX (box), new_texts (&item));
  if (item.voucher != NULL)
    gtk_box_append (GTK_BOX (box), item.voucher);
  gtk_widget_add_css_class (box, "batch-case");
  gtk_list_box_append (GTK_LIST_BOX (self->list), box);
  g_array_append_val (self->cases, item);
}

/**
 * jp_case_batch_open:
 * @over: a widget of the window
 * @session: the data file
 * @data: what is shown
 * @rows: (element-type JpFundingRow): whose cases
 * @kind: %JP_FUND_PUBLICISE or %JP_FUND_PAY
 *
 * Returns: (transfer none): the dialog, owned by itself until it is closed
 */
JpCaseBatch *
jp_case_batch_open (GtkWidget *over, JpSession *session, JpFundingData *data, GPtrArray *rows, JpFundActKind kind)
{
  const char *title = kind == JP_FUND_PAY ? _("Pay Several Cases") : _("Publicise Several Cases");
  GtkRoot *root = gtk_widget_get_root (over);
  JpCaseBatch *self = g_object_new (JP_TYPE_CASE_BATCH, "title", title, "transient-for",
                                      GTK_IS_WINDOW (root) ? root : NULL, NULL);

  self->session = g_object_ref (session);
  self->data = jp_funding_data_ref (data);
  self->kind = kind;
  for (guint i = 0; i < rows->len; i++)
    {
      const JpFundingRow *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->n_cases; k++)
        if (concerns (&row->cases[k], kind))
          add_case (self, row, k + 1);
    }
  jp_field_set_date (self->date, jp_session_get_today (session));
  g_signal_connect_swapped (self->date, "changed", G_CALLBACK (check_all), self);
  check_all (self);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}
