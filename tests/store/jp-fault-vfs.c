/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "jp-fault-vfs.h"

#include <sqlite3.h>

typedef struct
{
  sqlite3_file  file;
  sqlite3_file *real; /* behind this struct, in the room SQLite gave */
} FaultFile;

typedef enum { CALL_READ, CALL_WRITE, CALL_SYNC, CALL_TRUNCATE } Call;

static struct
{
  gboolean    armed;
  JpFaultKind kind;
  gboolean    stays;
  int         left;   /* calls until it strikes; touched by several threads */
  int         struck;
  int         held;
} fault;

#define REAL(file) (((FaultFile *) (file))->real)

static gboolean
can_strike (Call call)
{
  switch (fault.kind)
    {
    case JP_FAULT_IO_ERROR:
      return call == CALL_READ || call == CALL_WRITE;
    case JP_FAULT_SYNC:
      return call == CALL_SYNC;
    case JP_FAULT_READ_ONLY:
      return call == CALL_WRITE || call == CALL_TRUNCATE;
    case JP_FAULT_DISK_FULL:
    case JP_FAULT_SHORT_WRITE:
      return call == CALL_WRITE;
    case JP_N_FAULTS:
    default:
      return FALSE;
    }
}

static gboolean
strikes (Call call)
{
  int left;

  if (!fault.armed || g_atomic_int_get (&fault.held) || !can_strike (call))
    return FALSE;

  left = g_atomic_int_add (&fault.left, -1);
  if (left != 1 && (left > 1 || !fault.stays))
    return FALSE;

  g_atomic_int_set (&fault.struck, 1);
  return TRUE;
}

static int
fault_close (sqlite3_file *file)
{
  return REAL (file)->pMethods->xClose (REAL (file));
}

static int
fault_read (sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset)
{
  if (strikes (CALL_READ))
    return SQLITE_IOERR_READ;

  return REAL (file)->pMethods->xRead (REAL (file), buffer, amount, offset);
}

static int
fault_write (sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset)
{
  if (!strikes (CALL_WRITE))
    return REAL (file)->pMethods->xWrite (REAL (file), buffer, amount, offset);

  if (fault.kind == JP_FAULT_SHORT_WRITE)
    REAL (file)->pMethods->xWrite (REAL (file), buffer, amount / 2, offset);

  return fault.kind == JP_FAULT_DISK_FULL ? SQLITE_FULL
         : fault.kind == JP_FAULT_READ_ONLY ? SQLITE_READONLY : SQLITE_IOERR_WRITE;
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return strikes (CALL_TRUNCATE) ? SQLITE_READONLY : REAL (file)->pMethods->xTruncate (REAL (file), size);
}

static int
fault_sync (sqlite3_file *file, int flags)
{
  return strikes (CALL_SYNC) ? SQLITE_IOERR_FSYNC : REAL (file)->pMethods->xSync (REAL (file), flags);
}

static int
fault_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return REAL (file)->pMethods->xFileSize (REAL (file), size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xLock (REAL (file), lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return REAL (file)->pMethods->xUnlock (REAL (file), lock);
}

static int
fault_check_lock (sqlite3_file *file, int *out)
{
  return REAL (file)->pMethods->xCheckReservedLock (REAL (file), out);
}

static int
fault_control (sqlite3_file *file, int op, void *argument)
{
  return REAL (file)->pMethods->xFileControl (REAL (file), op, argument);
}

static int
fault_sector (sqlite3_file *file)
{
  return REAL (file)->pMethods->xSectorSize (REAL (file));
}

static int
fault_traits (sqlite3_file *file)
{
  return REAL (file)->pMethods->xDeviceCharacteristics (REAL (file));
}

static int
fault_shm_map (sqlite3_file *file, int page, int size, int extend, void volatile **map)
{
  return REAL (file)->pMethods->xShmMap (REAL (file), page, size, extend, map);
}

static int
fault_shm_lock (sqlite3_file *file, int offset, int n, int flags)
{
  return REAL (file)->pMethods->xShmLock (REAL (file), offset, n, flags);
}

static void
fault_shm_barrier (sqlite3_file *file)
{
  REAL (file)->pMethods->xShmBarrier (REAL (file));
}

static int
fault_shm_unmap (sqlite3_file *file, int delete)
{
  return REAL (file)->pMethods->xShmUnmap (REAL (file), delete);
}

static const sqlite3_io_methods methods = {
  .iVersion = 2,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector,
  .xDeviceCharacteristics = fault_traits,
  .xShmMap = fault_shm_map,
  .xShmLock = fault_shm_lock,
  .xShmBarrier = fault_shm_barrier,
  .xShmUnmap = fault_shm_unmap,
};

static int
fault_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  sqlite3_vfs *real = vfs->pAppData;
  FaultFile *self = (FaultFile *) file;
  int code;

  self->real = (sqlite3_file *) (self + 1);
  self->file.pMethods = NULL;
  code = real->xOpen (real, name, self->real, flags, out_flags);
  if (self->real->pMethods != NULL)
    self->file.pMethods = &methods;

  return code;
}

/**
 * jp_fault_vfs_install:
 *
 * Copies the system's own layer, which does all the rest, and puts itself before it where files are opened.
 */
void
jp_fault_vfs_install (void)
{
  static sqlite3_vfs vfs;
  sqlite3_vfs *real = sqlite3_vfs_find (NULL);

  vfs = *real;
  vfs.zName = "jp-fault";
  vfs.szOsFile = (int) sizeof (FaultFile) + real->szOsFile;
  vfs.pAppData = real;
  vfs.pNext = NULL;
  vfs.xOpen = fault_open;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
jp_fault_vfs_arm (JpFaultKind kind, guint nth, gboolean stays)
{
  fault.kind = kind;
  fault.stays = stays;
  fault.left = (int) nth;
  fault.struck = 0;
  fault.armed = TRUE;
}

gboolean
jp_fault_vfs_disarm (void)
{
  fault.armed = FALSE;

  return fault.struck;
}

void
jp_fault_vfs_hold (gboolean hold)
{
  g_atomic_int_set (&fault.held, hold);
}

gboolean
jp_fault_vfs_struck (void)
{
  return g_atomic_int_get (&fault.struck);
}
